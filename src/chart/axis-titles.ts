import { type ChartObject, type ChartValue, isObject } from "./spec.js";
import { wrap } from "./wrap.js";

/** How many characters the title of an axis may have in a line. */
export interface TitleRoom {
  readonly x: number;
  readonly y: number;
}

/**
 * A chart whose axes have no title longer than themselves: it is broken into lines. One that is longer would stand out of the
 * picture, and push the title of the chart out of it.
 */
export function wrapAxisTitles(parts: ChartObject, room: TitleRoom): ChartObject {
  return mapObject(parts, (value, key) => {
    if (Array.isArray(value))
      return value.map((part) => (isObject(part) ? wrapAxisTitles(part, room) : part));
    if (!isObject(value) || key === "data") return value;
    return key === "x" || key === "y" ? wrapTitle(value, room[key]) : wrapAxisTitles(value, room);
  });
}

function wrapTitle(channel: ChartObject, characters: number): ChartObject {
  const { axis } = channel;
  if (!isObject(axis) || typeof axis.title !== "string") return channel;
  return { ...channel, axis: { ...axis, title: wrap(axis.title, characters) } };
}

function mapObject(object: ChartObject, change: (value: ChartValue, key: string) => ChartValue): ChartObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
