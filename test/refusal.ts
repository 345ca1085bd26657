import { RfmError, type RfmErrorCode } from "rfm-kit";
import { expect } from "vitest";

interface Where {
  readonly code: RfmErrorCode;
  readonly path: string;
  readonly row?: number;
  readonly message?: string | RegExp;
}

/** Expects a call to be refused with this code, at this place and, where given, with this text in its message. */
export function expectRefusal(call: () => unknown, { code, path, row, message = "" }: Where): void {
  let error: unknown;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(RfmError);
  const { code: foundCode, path: foundPath, row: foundRow, message: text } = error as RfmError;
  expect({ code: foundCode, path: foundPath, row: foundRow }).toEqual({ code, path, row });
  expect(text).toMatch(message);
}
