import { addressesOf, type Settings } from "../../provider/client";
import { signedHeaders } from "../../provider/client/sign";
import { ListDevicesDocument } from "../../api/generated/graphql";

interface Answer {
  data: { login: { account: { devices: { hasMore: boolean; last: string; items: unknown[] } } } };
}

/** The least that reads an account: the same question, page after page, and nothing kept or checked. */
export async function* barePages(settings: Settings): AsyncGenerator<{ devices: unknown[] }> {
  const url = new URL(addressesOf(settings).graphql.url);
  for (let after: string | undefined, hasMore = true; hasMore;) {
    const body = JSON.stringify({ query: ListDevicesDocument.toString(), variables: { size: 1000, after } });
    const {
      host: _host,
      "content-length": _length,
      ...headers
    } = signedHeaders("cavage", settings, "POST", url, body, new Date()) as Record<string, string>;
    const response = await fetch(url, { method: "POST", headers, body });
    const { devices } = ((await response.json()) as Answer).data.login.account;
    yield { devices: devices.items };
    ({ hasMore, last: after } = devices);
  }
}
