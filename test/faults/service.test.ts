import { matrix } from "./matrix";

matrix("Service through GraphQL");
matrix("Service through REST");
