import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** One field of a message. Messages are written as lists of these, so that a file reads like its table of field numbers. */
export type Field = (writer: BinaryWriter) => void;

type Whole = number | bigint | string;

/** A zero is left out, as proto3 encoders do. */
export function int(no: number, value: Whole): Field {
  return writer => {
    if (BigInt(value) !== 0n) writer.tag(no, WireType.Varint).int64(value);
  };
}

export function text(no: number, value: string): Field {
  return writer => {
    if (value !== '') writer.tag(no, WireType.LengthDelimited).string(value);
  };
}

/** A nested message or raw bytes. Written even when empty: an empty answer is still an answer. */
export function part(no: number, bytes: Uint8Array): Field {
  return writer => {
    writer.tag(no, WireType.LengthDelimited).bytes(bytes);
  };
}

export function parts(no: number, all: readonly Uint8Array[]): Field {
  return writer => {
    for (const bytes of all) part(no, bytes)(writer);
  };
}

export function map(no: number, entries: Readonly<Record<string, string>>): Field {
  const pairs = Object.entries(entries);
  return parts(
    no,
    pairs.map(([key, value]) => message(text(1, key), text(2, value))),
  );
}

export function message(...fields: Field[]): Uint8Array {
  const writer = new BinaryWriter();
  for (const field of fields) field(writer);
  return writer.finish();
}
