import { expect, it } from "vitest";
import { shuffled, spreadOf } from "./statistics.ts";

it("gives the middle, and the middle half", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  expect(spreadOf([]).median).toBeNaN();
});

it("changes the order, and loses nobody", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const orders = Array.from({ length: 5 }, () => shuffled(items));
  for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual(items);
  expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
});
