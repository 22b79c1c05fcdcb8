import { ListDevicesDocument } from "../../api/generated/graphql";
import { addressesOf, type Settings } from "../../provider/client";
import { bareFetch } from "../support/bare-fetch";

interface Answer {
  data: { login: { account: { devices: { hasMore: boolean; last: string; items: unknown[] } } } };
}

/** A question for a page of devices, without the place where it begins. */
interface Question {
  query: string;
  variables: object;
}

const everything: Question = { query: ListDevicesDocument.toString(), variables: { size: 1000 } };

/** The least that reads an account: the same question, page after page, and nothing kept or checked. */
export async function* barePages(
  settings: Settings,
  { variables, ...question }: Question = everything,
): AsyncGenerator<{ devices: unknown[] }> {
  const url = new URL(addressesOf(settings).graphql.url);
  for (let after: string | undefined, hasMore = true; hasMore;) {
    const body = JSON.stringify({ ...question, variables: { ...variables, after } });
    const response = await bareFetch(settings, { method: "POST", url, body });
    const { devices } = ((await response.json()) as Answer).data.login.account;
    yield { devices: devices.items };
    ({ hasMore, last: after } = devices);
  }
}
