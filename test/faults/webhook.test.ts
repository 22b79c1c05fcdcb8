import { matrix } from "./matrix";

matrix("Webhook");
