const root = require("rfm-kit");
const analyse = require("./analysis.cjs");

const rooms = process.argv.slice(2).map((path) => require(path));
console.log(JSON.stringify(analyse(root, rooms)));
