import type { Control } from "../../sandbox";

interface Services {
  login: { device: { services: { id: string; name: string }[] }[] };
}

/** What somebody does in the web portal, to the device and beside it. Returns the id of the device that no program declares. */
export async function byHand(control: Control, id: string): Promise<string> {
  const services = "query($id: [String!]!) { login { device(id: $id) { services { id name } } } }";
  const { login } = (await control.change(services, { id: [id] })) as Services;
  const panel = login.device[0]?.services.find(({ name }) => name === "panel")?.id;
  await control.change('mutation($id: String!) { renameService(serviceId: $id, name: "test, do not touch") }', { id });
  await control.change('mutation($id: String!) { removeTag(serviceId: [$id], name: ["pumps"]) }', { id });
  await control.change("mutation($id: ID!) { removeService(id: $id) }", { id: panel });
  const spare = { hardwareId: "b827eb-0f0f0f", name: "spare", platform: 1200, services: [], configurable: true, online: false };
  const { deviceId, claimCode } = await control.agent(spare);
  await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  return deviceId;
}

export async function takeOff(control: Control, id: string): Promise<void> {
  await control.change("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });
}
