import { claimed, playground, run, send } from "./support";

const ground = playground();

describe("calls for files and jobs beside GraphQL are not modelled, and say so", () => {
  test.each([
    ["POST", "/graphql/v1/file/upload"],
    ["POST", "/graphql/beta/file/upload"],
    ["GET", "/graphql/v1/file/download/0b6a"],
    ["GET", "/graphql/v1/job/log/all/0b6a"],
  ])("%s %s, once it is signed", async (method, path) => {
    const ask = {
      method,
      path,
      ...(method === "POST" && { body: "--x--", headers: { "content-type": "multipart/form-data; boundary=x" } }),
    };
    const { status, text } = await send(ground.sandbox, ask);
    const { message } = JSON.parse(text) as { message: string };
    expect([status, message]).toEqual([501, expect.stringContaining("is not modelled by the sandbox.")]);
    expect((await send(ground.sandbox, { ...ask, scheme: "none" })).status).toBe(401);
  });

  test("an attribute that a script sets, unsigned", async () => {
    const path = "/graphql/v1/job/attribute/0b6a/$remoteit.statusA";
    const { status, text } = await send(ground.sandbox, {
      path,
      body: "42",
      scheme: "none",
      headers: { "content-type": "text/plain" },
    });
    expect([status, text]).toEqual([501, expect.stringContaining("job/attribute is not modelled")]);
  });

  test.each(["/graphql/v1/file", "/graphql/v1/file/upload/x", "/graphql/v1/doc"])("%s is no call", async (path) => {
    expect((await send(ground.sandbox, { path, body: "{}" })).status).toBe(404);
  });
});

describe("the report of devices", () => {
  const report = async (args = ""): Promise<string> => {
    const { login } = await run<{ login: { report: string } }>(ground.control, `{ login { report(name: "DeviceList"${args}) } }`);
    return login.report;
  };
  const lines = async (url: string): Promise<string[]> => (await (await fetch(url)).text()).trimEnd().split("\r\n");

  test("is a CSV that whoever knows its address may fetch", async () => {
    const id = await claimed(ground.control, { name: 'pump, "old"', services: [{ name: "ssh", application: 28 }] });
    const url = await report();
    const [head, device, service, ...others] = await lines(url);
    expect(head).toBe("id,name,hardwareId,title,state,timestamp,created,address");
    expect(device).toContain(`${id},"pump, ""old""",hw-1,Bulk Service,active,`);
    expect(service).toContain(",ssh,hw-1,SSH,active,");
    expect(others).toEqual([]);
    expect(await lines(await report(", parameters: { services: false }"))).toHaveLength(2);
    expect((await fetch(url)).headers.get("content-type")).toContain("text/csv");
    await ground.control.reset();
    expect((await fetch(url)).status).toBe(404);
  });

  test("is the only one", async () => {
    await expect(run(ground.control, '{ login { report(name: "Other") } }')).rejects.toThrow(
      "Other is not modelled by the sandbox.",
    );
  });
});
