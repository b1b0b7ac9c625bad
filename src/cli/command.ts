import type { House } from '#lib/server/house.ts';

/** One option of a command: `--name VALUE` or a switch. Everything a person reads is German. */
export type Option = { type: 'string' | 'boolean'; short?: string; value?: string; default?: string | boolean; summary: string };
export type Options = Record<string, Option>;

export type Values<O extends Options> = {
	[K in keyof O]: O[K]['type'] extends 'boolean' ? boolean : O[K] extends { default: string } ? string : string | undefined;
};

/** What a command is given to work with. */
export type Input<O extends Options = Options> = {
	/** The positional arguments, as many as declared. */
	args: string[];
	options: Values<O>;
	/** Opens the house (beside a running server or by itself) when first called; the framework closes it. */
	house: () => Promise<House>;
	/** A line for people: standard output, or standard error with --json. */
	say: (line?: string) => void;
	/** A bar on a terminal, nothing elsewhere. `total` null: how much there is remains unknown. */
	progress: (label: string, done: number, total: number | null) => void;
	/** What machines get: printed as the last line of standard output with --json. */
	result: (value: unknown) => void;
};

/** A command lives in `commands/<name>.ts` as the default export `command({...})`; `run` may return an exit code. */
export type Command<O extends Options = Options> = {
	summary: string;
	/** Positional arguments in their order; `?` at the end makes one optional. */
	args: Record<string, string>;
	options: O;
	/** Longer help, examples. */
	help?: string;
	run: (input: Input<O>) => Promise<number | void>;
};

export const command = <const O extends Options>(declared: Command<O>): Command<O> => declared;

/** What the exit codes of every command mean. */
export const exit = { ok: 0, failed: 1, usage: 2, refused: 3, unavailable: 4 } as const;

export const exitCodes: Record<number, string> = {
	0: 'gelungen',
	1: 'fehlgeschlagen',
	2: 'falsch aufgerufen',
	3: 'abgelehnt: eine Regel steht dagegen, nichts wurde geändert',
	4: 'Einstellungen falsch oder Datenbank nicht erreichbar'
};

/** Thrown for a wrong call; leads to exit code 2 and the usage line. */
export class WrongUsage extends Error {}
