export { type Delivery, readDelivery } from "./delivery";
export { driftEvent, eventText, healedEvent, type WatchEvent } from "./event";
export { keyOf } from "./fingerprint";
export { lookAt } from "./look";
export { memoryText, parseMemory, type Told } from "./memory";
export { createMoved, type Moved } from "./moved";
export { createAlertStore, type News, type AlertStore } from "./alert-store";
export { createRecent } from "./recent";
