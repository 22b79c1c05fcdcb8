// What Pulumi's Node host loads here. It is made by `npm run build`.
require("../../dist/provider/plugin/main.js");
