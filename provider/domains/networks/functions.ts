import { defineGet, defineList } from "../../lifecycle";
import { network } from "./network";
import { networkConnection } from "./network-connection";
import { networkShare } from "./network-share";

export const getNetwork = defineGet(network);
export const getNetworks = defineList(network, "networks");
export const getNetworkConnection = defineGet(networkConnection);
export const getNetworkConnections = defineList(networkConnection, "networkConnections");
export const getNetworkShare = defineGet(networkShare);
export const getNetworkShares = defineList(networkShare, "networkShares");
