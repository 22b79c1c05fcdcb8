import { operate, readSettings } from "../../../provider/client";
import { createContext, resources } from "../../../provider/domains";

/** A process of its own that brings a fleet to its template, to be killed meanwhile: `roll-out.ts ENDPOINT KEY SECRET DECLARATION`. */
async function main([endpoint = "", accessKeyId = "", secretAccessKey = "", declaration = ""]: string[]): Promise<void> {
  const env = { R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey, REMOTEIT_ENDPOINT: endpoint };
  const settings = { ...readSettings({ env, home: "/nowhere" }), requestsPerSecond: 1000 };
  const context = createContext(settings, () => undefined);
  const declared = JSON.parse(declaration) as Parameters<typeof resources.fleet.create>[1];
  const work = () => resources.fleet.create(context, declared, "all");
  const { outputs } = await operate(work, { waitSeconds: Number.POSITIVE_INFINITY });
  process.stdout.write(JSON.stringify(outputs));
}

void main(process.argv.slice(2));
