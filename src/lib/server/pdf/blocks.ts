import type { Qr } from '../qr.ts';

/** What a paper is made of below its head, in reading order. All texts are plain: they are set as they stand and never evaluated. */
export type Block =
	| { kind: 'text'; text: string }
	/** `level` 2 stands under the title of the paper, 3 under a 2. */
	| { kind: 'heading'; text: string; level?: 2 | 3 }
	| { kind: 'list'; items: string[] }
	/** Terms with what they are. */
	| { kind: 'facts'; items: [term: string, text: string][] }
	| Table
	/** How to pay, beside a code that banking apps read; `alt` says what is in the code. */
	| { kind: 'payment'; title: string; items: [term: string, text: string][]; qr?: Qr; alt?: string }
	/** How to answer, beside a code that telephones read; `caption` stands below it. */
	| { kind: 'code'; title: string; items: [term: string, text: string][]; qr: Qr; alt: string; caption: string }
	/** A drawing in SVG, as wide as the paper; `alt` says what it shows. Made by the program, never typed. */
	| { kind: 'drawing'; svg: string; alt: string }
	/** Empty lines to write on; `label` says for what. */
	| { kind: 'notes'; label: string; lines: number }
	/** What follows begins a new page. */
	| { kind: 'break' }
	| { kind: 'signature'; name: string; role?: string };

export type Table = {
	kind: 'table';
	/** `share` is the width beside the others; without it a column is as wide as its longest cell. */
	columns: { title: string; align?: 'left' | 'right'; share?: number }[];
	rows: string[][];
	/** High rows, to write in by hand. */
	isRoomy?: boolean;
	/** Below the rows: what they come to. The last one is the result. */
	sums?: [label: string, amount: string][];
};

/** A house of the row below a certificate: `lit` says how many of its windows shine. */
export type House = { width: number; floors: number; roof: 'gable' | 'flat'; lit: number };

type Face = {
	/** The document title of the file; readers of screens hear it first. */
	title: string;
	/** ISO day. It is the date in the file too, so that the same paper is the same bytes. */
	date: string;
	/** Who writes: shown at the head. */
	sender: { name: string; tagline?: string };
	/** Colour of the head, #rrggbb. */
	accent: string;
};

/** A letter as DIN 5008 has it, form B: its address stands in the window of an envelope. */
export type Letter = Face & {
	/** The small line over the address, for the post to send it back. */
	returnLine: string;
	/** Up to six lines. */
	recipient: string[];
	/** The block beside the address: number, date, who helps. */
	info: [label: string, value: string][];
	subject: string;
	blocks: Block[];
	/** Columns at the foot of each page. */
	footer: string[][];
};

/** Letters of one sender as one file, in the order of printing. Each counts its own pages. */
export type LetterSeries = Face & { letters: Omit<Letter, keyof Face>[] };

/** A paper without an address: minutes, lists, dossiers. */
export type Paper = Face & { lead?: string; blocks: Block[]; footer?: string[][] };

export type Certificate = Face & {
	/** Who is honoured, and where it is. */
	name: string;
	where?: string;
	lines: string[];
	/** What is told in small letters: number, since when. */
	facts: [term: string, text: string][];
	signatures: { name: string; role: string }[];
	houses: House[];
};
