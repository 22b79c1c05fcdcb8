import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { useServed } from "./support/account";

const served = useServed({ devices: 3 });

interface Page {
  ids: string[];
  token: string;
}

/** One device of the list that the token names, or of a new one. */
function next(token = ""): Promise<Page> {
  const request = new pb.ListRequest().setToken("remoteit:index:Device").setPageSize(1).setContinuationToken(token);
  const page: Page = { ids: [], token: "" };
  return new Promise((resolve, reject) => {
    const stream = served.client.list(request);
    stream.on("data", (response: pb.ListResponse) => {
      const result = response.getResult();
      if (result) page.ids.push(result.getId());
      page.token = response.getContinuation()?.getContinuationToken() ?? page.token;
    });
    stream.once("error", reject);
    stream.once("end", () => resolve(page));
  });
}

const requests = async () => (await served.control.requests()).byOperation["graphql:listDevices"] ?? 0;

test("sixteen lists are kept open, and the one before is read anew where somebody goes on with it", async () => {
  const first = await next();
  const opened: Page[] = [];
  while (opened.length < 16) opened.push(await next());
  expect(await requests()).toBe(17);
  // Each page that is given keeps its list open under a new token: the place of the old one is free again.
  const pages = [];
  for (const { token } of [...opened].reverse()) pages.push(await next(token));
  expect(await requests()).toBe(17);
  pages.push(await next(first.token));
  expect(await requests()).toBe(18);
  for (const { ids } of pages) expect(ids).toEqual(pages[0]?.ids);
  expect(pages[0]?.ids).not.toEqual(first.ids);
});
