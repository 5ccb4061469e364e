// What TypeScript 4.8 does not know of browsers yet, and what the module answers.
interface Window { zhinanPart: (name: string, identity: string, text: string) => void; zhinanSearch: (name: string, payload: any) => void }

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

interface FormProblem { key?: string; code: string; warns: boolean; say: string; hint?: string }

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
