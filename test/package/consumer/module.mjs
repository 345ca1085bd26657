import * as root from "rfm-kit";
import analyse from "./analysis.cjs";

const rooms = await Promise.all(process.argv.slice(2).map((path) => import(path)));
console.log(JSON.stringify(analyse(root, rooms)));
