import { matrix } from "./matrix";

matrix("Device, claimed");
matrix("Device, claimed with hardwareId");
matrix("Device, provisioned");
matrix("Device, provisioned through GraphQL");
