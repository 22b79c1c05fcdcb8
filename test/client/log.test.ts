import { createClient } from "../../provider/client";
import { createContext } from "../../provider/domains";
import { settingsFor } from "./server";

test("no secret is in a line of the log, whoever's words it quotes", () => {
  const said: string[] = [];
  const settings = settingsFor("http://127.0.0.1:1", { secretAccessKey: "b3BlbiBzZXNhbWUgN2YyYzlh" });
  const log = (_level: string, message: string) => void said.push(message);
  createContext(settings, log).log("warning", `remote.it says: ${settings.secretAccessKey}`);
  createClient(settings, log).log("info", `remote.it says: ${encodeURIComponent(settings.secretAccessKey)}`);
  expect(said).toEqual(["remote.it says: [secret]", "remote.it says: [secret]"]);
});
