// Before it loads a plugin, Pulumi's Node host registers ts-node, by the tsconfig.json of whoever runs a program and with a compiler of
// 2020: a file that this one cannot read keeps the plugin from starting. The host takes the ts-node that is installed beside
// it, and this plugin is JavaScript: there is nothing to register.
exports.VERSION = require("./package.json").version;
exports.register = () => undefined;
