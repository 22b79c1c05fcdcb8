export { deviceOf } from "../kinds";
export { type Delivery, readDelivery } from "./delivery";
export { driftEvent, eventText, resolvedEvent, type WatchEvent } from "./event";
export { keyOf, memoryText, parseMemory, type Alert } from "./alert";
export { findDeviceDrift } from "./device-drift";
export { createMoved, type Moved } from "./moved";
export { createAlertStore, type News, type AlertStore } from "./alert-store";
export { createRecent } from "./recent";
