import { dynamicProvider } from "../../provider/dynamic/adapter";
import { createSession } from "../../provider/dynamic/session";
import { resources } from "../../provider/domains";
import type { Done, Kept, OpenProvider, Properties } from "./provider";

/** Where a dynamic resource keeps its provider among its properties. */
const PROVIDER = { __provider: "the provider, serialized" };

/** What the class adds where the program runs for a preview. */
const PREVIEW = { __preview: true };

/** What the class adds of a kind that the account has no name for. */
const nameOf = (type: string, name: string | undefined) => {
  const { isNamed } = Object.values(resources).find((resource) => resource.type === type) as { isNamed?: true };
  return isNamed && name !== undefined ? { __called: name } : {};
};

/** The functions that Pulumi's dynamic provider calls, with a session of their own. */
export const openDynamic: OpenProvider = async (settings) => {
  const said: string[] = [];
  const session = createSession((level, message) => void said.push(`${level}: ${message}`));
  const config = { get: (key: string) => settings[key.replace(/^remoteit:/, "")] };
  const kinds = new Map(Object.values(resources).map((resource) => [resource.type, dynamicProvider(resource as never, session)]));
  const of = (type: string) => {
    const provider = kinds.get(type);
    if (!provider) throw new Error(`There is no ${type}.`);
    return provider as unknown as Required<Functions>;
  };
  for (const type of kinds.keys()) await of(type).configure({ config });
  return {
    said,
    check: async (type, olds, news, isPreview = false, name) => {
      const { inputs, failures } = await of(type).check(olds ? { ...olds, ...PROVIDER } : {}, {
        ...news,
        ...PROVIDER,
        ...(isPreview && PREVIEW),
        ...nameOf(type, name),
      });
      return { inputs, failures: failures.map(({ reason }) => reason) };
    },
    diff: async ({ type, id, outputs }, news) => {
      const { changes, replaces } = await of(type).diff(id, { ...outputs, ...PROVIDER }, { ...news, ...PROVIDER });
      return { changes: changes === true || (replaces ?? []).length > 0, replaces: (replaces ?? []).length > 0 };
    },
    create: async (type, _name, inputs) => {
      try {
        const { id, outs } = await of(type).create({ ...inputs, ...PROVIDER });
        return { id, outputs: outs, reasons: [] };
      } catch (error) {
        return partial(error);
      }
    },
    read: async ({ type, id, outputs }) => {
      const found = await of(type).read(id, outputs);
      return found.id === undefined ? undefined : { id: found.id, outputs: found.props ?? {} };
    },
    update: async ({ type, id, outputs }, news) => {
      try {
        const { outs } = await of(type).update(id, outputs, { ...news, ...PROVIDER });
        return { id, outputs: outs, reasons: [] };
      } catch (error) {
        return partial(error);
      }
    },
    delete: ({ type, id, outputs }: Kept) => of(type).delete(id, outputs),
    get: async (type, id) => {
      const found = await of(type).read(id, {});
      return { id: found.id ?? "", outputs: found.props ?? {} };
    },
    end: () => undefined,
  };
};

/** What a partial failure leaves in state; throws what is none. */
function partial(error: unknown): Done {
  const { id, properties, reasons } = error as { id?: string; properties?: Properties; reasons?: string[] };
  if (id === undefined || !properties || !reasons) throw error;
  return { id, outputs: properties, reasons };
}

interface Functions {
  configure: (request: { config: { get: (key: string) => string | undefined } }) => Promise<void>;
  check: (olds: Properties, news: Properties) => Promise<{ inputs: Properties; failures: { reason: string }[] }>;
  diff: (id: string, olds: Properties, news: Properties) => Promise<{ changes?: boolean; replaces?: string[] }>;
  create: (inputs: Properties) => Promise<{ id: string; outs: Properties }>;
  read: (id: string, props: Properties) => Promise<{ id?: string; props?: Properties }>;
  update: (id: string, olds: Properties, news: Properties) => Promise<{ outs: Properties }>;
  delete: (id: string, props: Properties) => Promise<void>;
}
