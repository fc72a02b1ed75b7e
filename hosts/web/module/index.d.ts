/** What is wrong, or what the maker of a figure should know. */
export interface Message {
  /** A name that stays when messages change: "date", "ambiguous", "header", "option", "note" and so on. */
  kind: string;
  /** The fact and the remedy. */
  message: string;
  /** Where it is, as people read it: `events.csv:7:3`, or `plan.xlsx: sheet "Plan", B7`. */
  place?: string;
  /** The line of the file, or the row of a sheet, from 1. */
  line?: number;
  /** The character of the line, or the column of a sheet, from 1. */
  column?: number;
  /** The value that is refused, as it was written. */
  value?: string;
  /** Options that mend it. */
  fix?: { option: string; value?: string }[];
}

/** A figure that has been drawn. */
export interface Figure {
  /** The files that were asked for, by format. */
  svg?: string;
  png?: Uint8Array;
  pdf?: Uint8Array;
  html?: string;
  pptx?: Uint8Array;
  [format: string]: unknown;
  notes: Message[];
  /** The figure in words, for those who cannot see it. */
  alt: string;
  title: string;
  /** In CSS pixels, 1/96 inch. */
  width: number;
  height: number;
  /** How events are shown, and why in this way. */
  form: string;
  reason: string;
  /** How many events the table has. */
  events: number;
}

/** What to draw, and how. Besides these, every option of an options file: `laneBy` or `"lane-by"`. */
export interface Options {
  /** Formats to write; `["svg"]` without. */
  formats?: string[];
  /** The table's name in messages. */
  name?: string;
  /** The text of an options file in TOML; options given here come before it. */
  optionsFile?: string;
  /** The text of a custom theme in TOML, for a `theme` that ends in `.toml`. */
  house?: string;
  /** Fonts (TrueType or OpenType) for characters that the built-in font lacks. */
  fonts?: Uint8Array[];
  title?: string;
  subtitle?: string;
  source?: string;
  /** auto, flags, lists, chronicle or density. */
  style?: string;
  /** column, report, page, slide or social. */
  size?: string;
  /** light, dark, print or auto. */
  theme?: string;
  /** A language, as `de` or `en-GB`. */
  locale?: string;
  /** A length, as `165mm`. */
  width?: string;
  height?: string;
  [option: string]: unknown;
}

/** Thrown where there is no figure. */
export class AnnalsError extends Error {
  faults: Message[];
}

/** Draws a table: text or bytes in any format that annals reads, or a list of objects. */
export function draw(table: string | Uint8Array | object[], options?: Options): Promise<Figure>;

/** Loads the module; `draw` does so by itself. */
export function load(source?: BufferSource | Response | WebAssembly.Module): Promise<unknown>;
