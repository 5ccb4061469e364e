// What TypeScript 4.8 does not know of browsers yet, and what the module answers.
interface Window { zhinanPart: (name: string, identity: string, text: string) => void; zhinanSearch: (name: string, payload: any) => void;
  zhinanTools?: (page: ToolHelpers) => Record<"rule" | "hours", (element: HTMLElement) => void>;
  zhinanTables?: (page: PageTools) => { openFile(file: File): Promise<void>; clear(): void };
  showSaveFilePicker?: (options: object) => Promise<ChosenFile> }

declare class DecompressionStream {
  constructor(format: "gzip");
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}

type Answer = string | string[] | Answers[];
interface Answers { [key: string]: Answer }

interface FieldState {
  key: string;
  applies: boolean;
  required: boolean;
  answered: boolean;
  value?: string;
  shown?: string;
  masked?: string;
  from?: "typed" | "derived";
  changed?: string;
}

interface FormProblem { key?: string; code: string; warns: boolean; until?: string; say: string; hint?: string }

interface FormState {
  ready: boolean;
  fields: FieldState[];
  groups: { key: string; title: string; count: number; minimum: number; maximum: number }[];
  problems: FormProblem[];
  missing?: string;
}

interface OpenedFile {
  kind: "pdf" | "record" | "other";
  form?: string;
  guideVersion?: string;
  record?: Answers;
  notes: { code: string; say: string; hint?: string; warns: boolean }[];
  more?: number;
}

interface ChosenFile extends FileSystemFileHandle { createWritable(): Promise<FileSystemWritableFileStream>; remove?(): Promise<void> }

interface FileSystemWritableFileStream {
  write(part: Blob): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

// A table of records.

interface TableColumn { name: string; doubt?: string; near?: string; key?: string; hand?: string; example?: string }

interface TableOverview {
  naming: "header" | "order" | "none";
  leftOut: number;
  rows: number;
  flawed: number;
  ready: boolean;
  columns: TableColumn[];
  fields: { key: string; label: string }[];
  labels: string[];
  shown?: string;
}

interface RowProblem extends FormProblem { label?: string; options?: string[]; value?: string }

interface TableRow { row: number; number: number; ok: boolean; shown?: string; flaw?: "quote" | "cells"; cells?: number; problems: RowProblem[] }

interface ListedRow { row: TableRow; show(row: TableRow): void; readonly told: string }

interface RowChanges {
  answer(row: ListedRow, key: string, text: string): void;
  keep(row: ListedRow): void;
  drop(row: ListedRow): void;
}

interface Sink { write(parts: Uint8Array[]): Promise<void> }

// What the script of a form's page lends to the one of tables.
interface PageTools {
  engine: { call(name: string, message: string): Promise<Uint8Array | null>; ask(name: string, message: string): Promise<any> };
  filler: string;
  notices: { tell(subject: string, text: string, ...more: Node[]): void; withdraw(subject: string): void };
  say(key: string, values?: Record<string, string | number>): string;
  sentence(problem: { code?: string; say: string; hint?: string }): string;
  make<Name extends keyof HTMLElementTagNameMap>(name: Name, properties?: Partial<HTMLElementTagNameMap[Name]>, ...children: (Node | string)[]): HTMLElementTagNameMap[Name];
  small(word: string, react: () => void): HTMLButtonElement;
  need(selector: string): HTMLElement;
  find(selector: string, within?: ParentNode): HTMLElement | null;
  on(selector: string, react: (element: HTMLElement) => unknown): void;
  safely<Type>(task: () => Promise<Type>): Promise<Type | null>;
  offer(content: Blob, name: string, link: HTMLAnchorElement): { size: string; forget(): void };
  fileName(ending: string): string;
  today(): string;
  isPhone(): boolean;
  released(): Promise<void>;
}

/** What form.js hands to tools.js. */
interface ToolHelpers {
  engine: { ask(name: string, message: string): Promise<any> };
  all(selector: string, within?: ParentNode): HTMLElement[];
  find(selector: string, within?: ParentNode): HTMLElement | null;
  make(name: string, properties?: object, ...children: (Node | string)[]): HTMLElement;
  filled(text: string, values: Record<string, string | number>): string;
  sentences(engine: any, label: string, codes: string[]): Promise<string[]>;
  today(): string;
}
