import { type Sourced, unread } from "./sourced.ts";

/** A domain under which an operator without a cloud folder answers. */
export interface ForeignHost extends Sourced {
  /** Every name that is this domain or ends in it after a dot. */
  readonly domain: string;
  /** An id of `operators`. */
  readonly operator: string;
}

const seen = "2026-11-23";
const foreign = (operator: string, page: string, ...domains: readonly string[]): readonly ForeignHost[] =>
  domains.map((domain) => ({ domain, operator, ...unread(page, seen) }));

/** Known so that a refusal can name the company: what is not here and in no cloud folder is refused all the same. */
export const FOREIGN_HOSTS: readonly ForeignHost[] = [
  ...foreign(
    "aws",
    "https://docs.aws.amazon.com/general/latest/gr/rande.html",
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "api.aws",
    "cloudfront.net",
    "awsapps.com",
  ),
  ...foreign(
    "microsoft",
    "https://learn.microsoft.com/en-us/azure/security/fundamentals/azure-domains",
    "windows.net",
    "azure.com",
    "azure.net",
    "azurewebsites.net",
    "azurecr.io",
    "azureedge.net",
    "microsoftonline.com",
  ),
  ...foreign(
    "google",
    "https://cloud.google.com/storage/docs/request-endpoints",
    "googleapis.com",
    "appspot.com",
    "run.app",
    "gcr.io",
    "pkg.dev",
  ),
  ...foreign("oracle", "https://docs.oracle.com/en-us/iaas/api/", "oraclecloud.com", "oraclecloud.eu"),
  ...foreign(
    "ibm",
    "https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-remap-endpoints",
    "appdomain.cloud",
    "softlayer.net",
  ),
  ...foreign("digitalocean", "https://docs.digitalocean.com/products/spaces/", "digitaloceanspaces.com", "digitalocean.com"),
  ...foreign("akamai", "https://techdocs.akamai.com/cloud-computing/docs/object-storage", "linodeobjects.com", "linode.com"),
  ...foreign("cloudflare", "https://developers.cloudflare.com/r2/api/s3/api/", "cloudflarestorage.com", "cloudflare.com", "workers.dev"),
  ...foreign("vultr", "https://docs.vultr.com/products/cloud-storage/object-storage", "vultrobjects.com", "vultr.com"),
  ...foreign("backblaze", "https://www.backblaze.com/docs/cloud-storage-s3-compatible-api", "backblazeb2.com"),
  ...foreign("wasabi", "https://docs.wasabi.com/docs/what-are-the-service-urls-for-wasabis-different-storage-regions", "wasabisys.com"),
  ...foreign("alibaba", "https://www.alibabacloud.com/help/en/oss/user-guide/regions-and-endpoints", "aliyuncs.com"),
  ...foreign("tencent", "https://www.tencentcloud.com/document/product/436/6224", "myqcloud.com", "tencentcloudapi.com"),
  ...foreign("huawei", "https://developer.huaweicloud.com/intl/en-us/endpoint", "myhuaweicloud.com", "myhuaweicloud.eu"),
  ...foreign("hashicorp", "https://developer.hashicorp.com/terraform/cloud-docs", "terraform.io", "hashicorp.cloud"),
  ...foreign("pulumi", "https://www.pulumi.com/docs/iac/concepts/state-and-backends/", "pulumi.com"),
  ...foreign("github", "https://docs.github.com/en/rest", "github.com", "githubusercontent.com"),
  ...foreign("gitlab", "https://about.gitlab.com/about/", "gitlab.com"),
  ...foreign("atlassian", "https://bitbucket.org/product", "bitbucket.org"),
  ...foreign("datadog", "https://docs.datadoghq.com/getting_started/site/", "datadoghq.com", "datadoghq.eu"),
  ...foreign("mongodb", "https://www.mongodb.com/docs/atlas/api/", "mongodb.com", "mongodb.net"),
];

/** The operator under whose domain a host name is, in lower case and without a trailing dot. */
export function foreignHost(host: string): ForeignHost | undefined {
  return FOREIGN_HOSTS.find(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}
