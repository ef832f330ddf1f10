import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endpointOf } from "../../clouds/endpoint-of.ts";
import { hostName } from "../../clouds/host-name.ts";

const OVH = "s3.gra.io.cloud.ovh.net";

describe("endpointOf knows", () => {
  it.each([
    [`https://${OVH}`, "ovhcloud", "FR", "GRA"],
    [OVH, "ovhcloud", "FR", "GRA"],
    [`https://${OVH}/`, "ovhcloud", "FR", "GRA"],
    [`https://${OVH}:443/bucket/key?x=y#z`, "ovhcloud", "FR", "GRA"],
    [`HTTPS://${OVH.toUpperCase()}`, "ovhcloud", "FR", "GRA"],
    [`https://my-bucket.${OVH}`, "ovhcloud", "FR", "GRA"],
    [`https://my.bucket.${OVH}`, "ovhcloud", "FR", "GRA"],
    ["https://s3.gra.perf.cloud.ovh.net", "ovhcloud", "FR", "GRA"],
    ["https://s3.eu-west-par.io.cloud.ovh.net", "ovhcloud", "FR", "EU-WEST-PAR"],
    ["https://s3.de.io.cloud.ovh.net", "ovhcloud", "DE", "LIM"],
    ["https://s3.uk.io.cloud.ovh.net", "ovhcloud", "GB", "ERI"],
    ["https://s3.bhs.io.cloud.ovh.net", "ovhcloud", "CA", "BHS"],
    ["https://auth.cloud.ovh.net/v3", "ovhcloud", "FR", null],
    ["https://auth.cloud.ovh.us/v3", "ovhcloud-us", "US", null],
    ["https://api.us.ovhcloud.com/1.0", "ovhcloud-us", "US", null],
    ["https://oos.eu-west-2.outscale.com", "outscale", "FR", "eu-west-2"],
    ["https://oos.cloudgouv-eu-west-1.outscale.com", "outscale", "FR", "cloudgouv-eu-west-1"],
    ["https://oos.us-east-2.outscale.com", "outscale", "US", "us-east-2"],
    ["https://api.eu-west-2.outscale.com/api/v1", "outscale", "FR", "eu-west-2"],
    ["https://s3.fr-par.scw.cloud", "scaleway", "FR", "fr-par"],
    ["https://s3.pl-waw.scw.cloud", "scaleway", "PL", "pl-waw"],
    ["https://s3.eu-central-3.ionoscloud.com", "ionos", "DE", "de/txl"],
    ["https://s3-eu-south-2.ionoscloud.com", "ionos", "ES", "es/vit"],
    ["https://s3.us-central-1.ionoscloud.com", "ionos", "US", "us/mci"],
    ["https://obs.eu-de.otc.t-systems.com", "t-systems", "DE", "eu-de"],
    ["https://iam.eu-nl.otc.t-systems.com/v3", "t-systems", "NL", "eu-nl"],
    ["https://obs.eu-ch2.sc.otc.t-systems.com", "t-systems", "CH", "eu-ch2"],
    ["https://object.storage.eu01.onstackit.cloud", "stackit", "DE", "eu01"],
    ["https://object.storage.eu02.onstackit.cloud", "stackit", "AT", "eu02"],
    ["https://keystone.api.iaas.eu01.stackit.cloud/v3/", "stackit", "DE", "eu01"],
    ["https://sos-de-fra-1.exo.io", "exoscale", "DE", "de-fra-1"],
    ["https://sos-ch-gva-2.exo.io", "exoscale", "CH", "ch-gva-2"],
    ["https://fsn1.your-objectstorage.com", "hetzner", "DE", "fsn1"],
    ["https://my-bucket.hel1.your-objectstorage.com", "hetzner", "FI", "hel1"],
    ["https://fra1.citycloud.com:5000/v3", "cleura", "DE", "Fra1"],
    ["https://lon1.citycloud.com:5000/v3", "cleura", "GB", "Lon1"],
    ["https://ops.elastx.cloud:5000/v3", "elastx", "SE", "se-sto"],
    ["https://api.pub1.infomaniak.cloud/identity/v3", "infomaniak", "CH", "dc3-a"],
    ["https://core.fuga.cloud:5000/v3", "fuga", "NL", null],
    ["https://fra.fuga.cloud:8080", "fuga", "DE", "fra"],
    ["https://create.leaf.cloud:5000", "leafcloud", "NL", "europe-nl"],
    ["https://leafcloud.store", "leafcloud", "NL", "europe-nl"],
    ["https://s3.eu-west-2.amazonaws.com", "aws", null, null],
    ["s3.amazonaws.com", "aws", null, null],
    ["https://acme.blob.core.windows.net", "microsoft", null, null],
    ["https://storage.googleapis.com", "google", null, null],
    ["https://abc.r2.cloudflarestorage.com", "cloudflare", null, null],
    ["https://app.terraform.io", "hashicorp", null, null],
  ])("%s: %s %s %s", (url, operator, country, region) => {
    expect(endpointOf(url)).toMatchObject({ operator, country, region });
  });
});

describe("endpointOf refuses", () => {
  it.each([
    ["a longer name", `https://${OVH}.evil.com`],
    ["a name that only ends alike", "https://evils3.gra.io.cloud.ovh.net"],
    ["a name that only begins alike", "https://s3.gra.io.cloud.ovh.network"],
    ["the name as a path", `https://evil.com/${OVH}`],
    ["the name as a query", `https://evil.com?${OVH}`],
    ["the name as a fragment", `https://evil.com#${OVH}`],
    ["the name as a user", `https://${OVH}@evil.com`],
    ["the name as a user with a password", `https://${OVH}:443@evil.com`],
    ["a user before the name", `https://user:pass@${OVH}`],
    ["an empty user", `https://@${OVH}`],
    ["a backslash for a slash", `https://evil.com\\@${OVH}`],
    ["a backslash after the name", `https://${OVH}\\.evil.com`],
    ["a trailing dot", `https://${OVH}.`],
    ["a trailing dot before a port", `https://${OVH}.:443`],
    ["two dots", "https://s3..gra.io.cloud.ovh.net"],
    ["a leading dot", `https://.${OVH}`],
    ["a blank in front", ` https://${OVH}`],
    ["a blank behind", `https://${OVH} `],
    ["a tab inside", "https://s3.gra.io.cloud.ovh\t.net"],
    ["a line break inside", "https://s3.gra.io.cloud.ovh\n.net"],
    ["a Cyrillic letter", "https://s3.grа.io.cloud.ovh.net"],
    ["a full-width dot", "https://s3.gra.io.cloud.ovh。net"],
    ["a full-width letter", "https://ｓ3.gra.io.cloud.ovh.net"],
    ["a ligature", "https://oﬀice.s3.gra.io.cloud.ovh.net"],
    ["punycode", "https://s3.xn--gr-mmc.io.cloud.ovh.net"],
    ["punycode as a bucket", `https://xn--80ak6aa92e.${OVH}`],
    ["percent-encoding", "https://s3%2Egra.io.cloud.ovh.net"],
    ["a null byte", `https://${OVH}\u0000.evil.com`],
    ["an unknown region", "https://s3.nowhere.io.cloud.ovh.net"],
    ["no region", "https://s3.io.cloud.ovh.net"],
    ["another cloud's region", "https://oos.gra.outscale.com"],
    ["a cloud's own domain", "https://cloud.ovh.net"],
    ["a hyphen at a label's end", "https://s3.gra-.io.cloud.ovh.net"],
    ["an underscore", `https://my_bucket.${OVH}`],
    ["a bucket where there is none", "https://x.auth.cloud.ovh.net"],
    ["an address", "https://51.77.1.2"],
    ["an address as one number", "https://860749826"],
    ["an address in hexadecimal", "https://0x334d0102"],
    ["an address in octal", "https://063.0115.01.02"],
    ["an address of six", "https://[2001:41d0::1]"],
    ["an address of six that wraps four", "https://[::ffff:51.77.1.2]"],
    ["a local host", "http://localhost:9000"],
    ["a metadata service", "http://169.254.169.254"],
    ["another scheme", `ftp://${OVH}`],
    ["a file", `file://${OVH}/etc/passwd`],
    ["a script", `javascript://${OVH}/%0aalert(1)`],
    ["a scheme without host", "https://"],
    ["a scheme twice", `https://https://${OVH}`],
    ["no scheme but slashes", `//${OVH}`],
    ["a port that is none", `https://${OVH}:99999`],
    ["an empty port", `https://${OVH}:`],
    ["an expression", "https://s3.${var.region}.io.cloud.ovh.net"],
    ["nothing", ""],
    ["a word", "ovh-eu"],
  ])("%s", (_, url) => {
    expect(endpointOf(url)).toBeUndefined();
  });

  it("whatever is put around a known host, unless the host stays the same", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), fc.boolean(), (extra, before) => {
        const endpoint = endpointOf(before ? `https://${extra}${OVH}` : `https://${OVH}${extra}`);
        if (endpoint === undefined || endpoint.operator !== "ovhcloud") return;
        expect(endpoint.host === OVH || endpoint.host.endsWith(`.${OVH}`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("any host that the URL parser reads differently from the eye", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const host = hostName(url);
        if (host !== undefined) expect(host).toBe(new URL(url).hostname);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const host = hostName(text);
        if (host !== undefined) expect(host).toMatch(/^[a-z0-9.-]+$/);
      }),
    );
  });
});
