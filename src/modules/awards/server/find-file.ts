import type { Paper } from '#lib/server/pdf/blocks.ts';
import { dayOf } from '#lib/calendar.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { kindText, withoutOptions, type FileFacts } from '../file.ts';
import { fileBlocks } from '../file-blocks.ts';
import { maySeeFile, maySeeOption } from '../policy.ts';
import { volumesOf } from '../volumes.ts';
import { loadFile } from './internal/load-file.ts';
import { askFactor, seatWhere, type Seat } from './internal/part-for.ts';

const accent = '#8d3b24';
const mostShown = 200;

async function fileFor(ctx: Ctx, id: string): Promise<{ seat: Seat; facts: FileFacts }> {
	const seat = await seatWhere(ctx, id, maySeeFile);
	await askFactor(ctx, seat.part);
	const facts = await loadFile(ctx, seat);
	return { seat, facts: maySeeOption(seat.part) ? facts : { ...facts, entries: withoutOptions(facts.entries) } };
}

/** What the file holds, its volumes, and the last entries of the record, for those who may read it. Throws 401, 404, and 403 where a juror has no second factor. */
export async function findFile(ctx: Ctx, id: string) {
	const { facts } = await fileFor(ctx, id);
	return {
		volumes: volumesOf(fileBlocks(facts)).length,
		counts: [
			['Einträge der Akte', facts.entries.length],
			['Fassungen des Aufrufs', facts.calls.length],
			['Konzepte', facts.candidates.length],
			['Erklärungen zur Befangenheit', facts.declarations.length],
			['Punkte mit Begründung', facts.scores.filter(({ supersededAt }) => supersededAt === null).length],
			['Änderungen an Punkten', facts.scores.filter(({ supersededAt }) => supersededAt !== null).length],
			['Briefe', facts.letters.length],
			['Einwände', facts.objections.length]
		] satisfies [string, number][],
		entries: facts.entries
			.slice(-mostShown)
			.reverse()
			.map((entry) => ({ id: `${entry.chain}${entry.seq}`, seq: entry.seq, at: entry.at, what: kindText(entry), hash: entry.hash })),
		isCut: facts.entries.length > mostShown
	};
}

/** One volume of the file as a paper. Throws 401 and 404. */
export async function findFilePaper(ctx: Ctx, { id, volume }: { id: string; volume: number }): Promise<Paper> {
	const { seat, facts } = await fileFor(ctx, id);
	const volumes = volumesOf(fileBlocks(facts));
	const blocks = volumes[volume - 1];
	if (!blocks) throw notFound();
	const { title, number, town } = facts.about;
	return {
		...{ title: `Vergabevermerk: ${title}`, date: dayOf(ctx.now), sender: { name: town, tagline: 'Konzeptverfahren' }, accent, blocks },
		lead: `Verfahren ${number}, Band ${volume} von ${volumes.length}. Vertraulich: enthält Namen, Punkte und Begründungen.`,
		footer: [[`Vergabevermerk zu Verfahren ${seat.row.number}`], [`Band ${volume} von ${volumes.length}`]]
	};
}
