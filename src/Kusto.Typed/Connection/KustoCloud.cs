namespace Kusto.Typed.Connection;

/// <summary>A cloud: where its users sign in, and the hosts there that belong to Kusto.</summary>
/// <remarks>A connection string is often somebody's input: a token goes to no host but these.</remarks>
internal sealed record KustoCloud(Uri LoginEndpoint, string[] Suffixes, string[] Hosts)
{
    private static readonly KustoCloud s_public = new(
        new Uri("https://login.microsoftonline.com"),
        [
            ".dxp.aad.azure.com", ".dxp-dev.aad.azure.com", ".kusto.azuresynapse.net", ".kusto.windows.net",
            ".kustodev.azuresynapse-dogfood.net", ".kustodev.windows.net", ".kustomfa.windows.net", ".playfabapi.com",
            ".playfab.com", ".azureplayfab.com", ".kusto.data.microsoft.com", ".kusto.fabric.microsoft.com",
            ".api.securityplatform.microsoft.com", ".securitycenter.windows.com", ".arg-int.core.windows.net",
            ".arg-df.core.windows.net", ".arg.core.windows.net",
        ],
        [
            "ade.applicationinsights.io", "ade.loganalytics.io", "adx.aimon.applicationinsights.azure.com",
            "adx.applicationinsights.azure.com", "adx.int.applicationinsights.azure.com",
            "adx.int.loganalytics.azure.com", "adx.int.monitor.azure.com", "adx.loganalytics.azure.com",
            "adx.monitor.azure.com", "kusto.aria.microsoft.com", "eu.kusto.aria.microsoft.com",
            "api.securityplatform.microsoft.com",
        ]);

    private static readonly KustoCloud[] s_all =
    [
        s_public,
        new(
            new Uri("https://login.microsoftonline.us"),
            [".kusto.usgovcloudapi.net", ".kustomfa.usgovcloudapi.net", ".arg.core.usgovcloudapi.net"],
            Monitors("azure.us")),
        new(
            new Uri("https://login.partner.microsoftonline.cn"),
            [
                ".kusto.azuresynapse.azure.cn", ".kusto.chinacloudapi.cn", ".kustomfa.chinacloudapi.cn", ".playfab.cn",
                ".arg.core.chinacloudapi.cn",
            ],
            Monitors("azure.cn")),
        Sovereign("https://login.microsoftonline.eaglex.ic.gov", "core.eaglex.ic.gov", "azure.eaglex.ic.gov"),
        Sovereign("https://login.microsoftonline.microsoft.scloud", "core.microsoft.scloud", "azure.microsoft.scloud"),
        European("fr"),
        European("de"),
        European("sg"),
    ];

    /// <summary>The cloud that a host belongs to; null where it is none of Kusto's.</summary>
    public static KustoCloud? OfHost(string host) => Array.Find(s_all, cloud => cloud.Has(host));

    /// <summary>The cloud in which users sign in there; null where none is known.</summary>
    public static KustoCloud? OfLogin(Uri loginEndpoint) => Array.Find(
        s_all, cloud => cloud.LoginEndpoint.Host.Equals(loginEndpoint.Host, StringComparison.OrdinalIgnoreCase));

    public static Uri DefaultLoginEndpoint => s_public.LoginEndpoint;

    public bool Has(string host) =>
        Array.Exists(Suffixes, suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(Hosts, known => known.Equals(host, StringComparison.OrdinalIgnoreCase));

    private static KustoCloud Sovereign(string login, string core, string azure) =>
        new(new Uri(login), [$".kusto.{core}", $".kustomfa.{core}", $".arg.{core}"], Monitors(azure));

    private static KustoCloud European(string country) => new(
        new Uri($"https://login.sovcloud-identity.{country}"),
        [$".kusto.sovcloud-api.{country}", $".kustomfa.sovcloud-api.{country}"],
        Monitors($"azure.{country}"));

    private static string[] Monitors(string azure) =>
        [$"adx.applicationinsights.{azure}", $"adx.loganalytics.{azure}", $"adx.monitor.{azure}"];
}
