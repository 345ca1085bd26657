/**
 * Serves a cluster model on Node, Deno and Bun: a page that asks for a customer's group, the questions at /api/cluster
 * and their description at /openapi.json. `PORT` sets another port than 3000. The four groups of model.json are made by
 * hand; yours come from `fitClusters`, stored as JSON.
 */
import { readFile } from "node:fs/promises";
import { env } from "node:process";
import { clusterHandler, openApi } from "rfm-kit/http";
import { serve } from "srvx";

const read = (name: string) => readFile(new URL(name, import.meta.url), "utf8");

const ask = clusterHandler(JSON.parse(await read("./model.json")));
const page = await read("./page.html");
const html = { "Content-Type": "text/html; charset=utf-8" };

const server = serve({
  port: Number(env.PORT ?? 3000),
  hostname: "127.0.0.1",
  silent: true,
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (request.method === "GET" && pathname === "/") return new Response(page, { headers: html });
    if (request.method === "GET" && pathname === "/openapi.json") return Response.json(openApi());
    return ask(request);
  },
});
await server.ready();
console.log(`Ask at ${server.url}`);
