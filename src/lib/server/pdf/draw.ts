import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { lastAsked } from '../last-asked.ts';
import type { Certificate, Letter, LetterSeries, Paper } from './blocks.ts';
import { printableAll } from './printable.ts';

/** Templates and fonts are files of the program, read from where it stands, in development and in production alike. */
const folder = resolve('src/lib/server/pdf');

let compiler: NodeCompiler | null = null;
const opened = (): NodeCompiler =>
	(compiler ??= NodeCompiler.create({ workspace: resolve(folder, 'templates'), fontArgs: [{ fontPaths: [resolve(folder, 'fonts')] }] }));

/** The papers set last, by what they say: a call that many fetch in one evening is set once. */
const papers = lastAsked<Uint8Array>({ most: 16_000_000, bytesOf: ({ length }) => length });

/**
 * Sets a paper as tagged PDF (PDF/UA-1: language, title, headings, tables with their heads). The compiler refuses what would not be accessible, so a
 * file that comes out is. What is written in it travels as data and is never evaluated. The same paper gives the same bytes.
 */
function draw(template: string, paper: object): Uint8Array {
	const inputs = { paper: JSON.stringify(printableAll(paper)) };
	const key = createHash('sha256').update(`${template}\n${inputs.paper}`).digest('base64url');
	const known = papers.get(key);
	if (known) return known;
	const typst = opened();
	const bytes = typst.pdf({ mainFilePath: resolve(folder, 'templates', `${template}.typ`), inputs }, { pdfStandard: 'ua-1' });
	typst.evictCache(8);
	const set = new Uint8Array(bytes);
	papers.put(key, set);
	return set;
}

/** A letter for an envelope with a window (DIN 5008, form B). */
export const letterPdf = ({ title, date, sender, accent, ...letter }: Letter): Uint8Array =>
	letterSeriesPdf({ title, date, sender, accent, letters: [letter] });

/** Many letters in one file, for one run of the printer. */
export const letterSeriesPdf = (series: LetterSeries): Uint8Array => draw('letter', series);

/** A paper with a title and blocks, without an address. */
export const paperPdf = (paper: Paper): Uint8Array => draw('paper', paper);

/** One page to hang on a wall. */
export const certificatePdf = (certificate: Certificate): Uint8Array => draw('certificate', certificate);
