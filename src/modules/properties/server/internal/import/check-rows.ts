import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { emptyReport, type FileFacts, type Mapping, type Report } from '../../../import/import.ts';
import { lineCounter, skippedLines, type DataRow } from '../../../import/line-counter.ts';
import { openTable } from '../../../import/open-table.ts';
import { readRow, type ReadRow } from '../../../import/read-row.ts';
import type { Town } from '../../../import/town.ts';
import type { Property } from '../../../to-space.ts';
import { importRows } from '../../import-tables.ts';
import { findMatch, type Match, type Seen } from './find-match.ts';
import { loadKnown, loadProperties, type Known } from './load-known.ts';
import { loadTown, namesOfTowns } from './load-town.ts';
import { planChange, planNew, type PlanContext } from './plan-row.ts';
import { writeRows, type PlannedRow } from './write-rows.ts';

const chunkSize = 500;

export type Checking = {
	id: string;
	ags: string;
	bytes: Uint8Array;
	layout: FileFacts;
	mapping: Mapping;
	progress: (done: number) => Promise<void>;
};

type Desk = { town: Town; known: Known; seen: Seen; mapping: Mapping; plan: PlanContext };
type Read = DataRow & { row: ReadRow; match: Match };

/** Names the municipalities of all points that lie elsewhere, and refuses their rows. */
async function refuseStrangers(ctx: Ctx, rows: ReadRow[], { town, mapping }: Desk): Promise<void> {
	const strangers = rows.filter((r) => r.elsewhere);
	const names = await namesOfTowns(
		ctx,
		strangers.map((r) => r.elsewhere!)
	);
	const column = mapping.columns.find((c) => c.field === 'point' || c.field === 'lat')?.name ?? null;
	strangers.forEach((row, i) => {
		const where = names[i] ? `in ${names[i]}` : 'außerhalb der bekannten Grenzen';
		row.problems.push({
			column,
			code: 'point-elsewhere',
			level: 'rejected',
			message: `Der Punkt liegt ${where}, nicht in ${town.name}. Bitte prüfen Sie Koordinaten und Kommune.`
		});
	});
}

async function readChunk(ctx: Ctx, rows: DataRow[], desk: Desk): Promise<Read[]> {
	const read = rows.map((data) => ({
		...data,
		row: readRow(data.cells, { columns: desk.mapping.columns, town: desk.town, section: data.section })
	}));
	await refuseStrangers(
		ctx,
		read.map((r) => r.row),
		desk
	);
	return read.map((r) => {
		const rejected = r.row.problems.some((p) => p.level === 'rejected');
		return {
			...r,
			match: rejected ? { id: null } : findMatch(r.row, r.line, { known: desk.known, seen: desk.seen, columnOf: desk.plan.columnOf })
		};
	});
}

function planRow({ row, match, line, cells }: Read, existing: Map<string, Property>, desk: Desk): PlannedRow {
	const problems = 'problem' in match ? [...row.problems, match.problem] : row.problems;
	const base = { rowNumber: line, raw: cells, changes: null };
	if (problems.some((p) => p.level === 'rejected') || 'problem' in match)
		return { ...base, outcome: 'rejected', propertyId: null, problems };
	const before = match.id ? existing.get(match.id) : undefined;
	const plan = before ? planChange(row, before, desk.plan) : planNew(row, desk.plan);
	const all = [...problems, ...plan.problems];
	if (plan.problems.length) return { ...base, outcome: 'rejected', propertyId: null, problems: all };
	const outcome = before ? (plan.changes ? 'updated' : 'unchanged') : 'created';
	return { ...base, outcome, propertyId: before?.id ?? newId(), changes: plan.changes, problems: all, townAssumed: row.townAssumed };
}

async function planChunk(ctx: Ctx, rows: DataRow[], desk: Desk): Promise<PlannedRow[]> {
	const read = await readChunk(ctx, rows, desk);
	const existing = await loadProperties(
		ctx,
		read.flatMap(({ match }) => ('id' in match && match.id ? [match.id] : []))
	);
	return read.map((r) => planRow(r, existing, desk));
}

/** Writes rows while the next ones are being read; one write at a time, so little waits in memory. */
function writer(ctx: Ctx, id: string) {
	let writing = Promise.resolve();
	return async (rows: PlannedRow[]): Promise<void> => {
		await writing;
		writing = writeRows(ctx, id, rows);
		// Whoever asks next hears of a failure; until then nobody waits for it.
		writing.catch(() => {});
	};
}

async function openDesk(ctx: Ctx, { ags, mapping }: Checking): Promise<Desk> {
	const town = await loadTown(ctx, ags);
	const alias: Record<string, string[]> = {
		address: ['address', 'street'],
		priceUnit: ['priceAmount', 'rentAmount'],
		lat: ['lat', 'point'],
		lon: ['lon', 'point']
	};
	const columnOf = (field: string) => mapping.columns.find((c) => (alias[field] ?? [field]).includes(c.field))?.name ?? null;
	return {
		town,
		known: await loadKnown(ctx, ags),
		seen: new Map(),
		mapping,
		plan: { town: town.name, today: dayOf(ctx.now), columnOf }
	};
}

/** Reads the whole file against the register and writes down what each row would do. Nothing else changes. */
export async function checkRows(ctx: Ctx, checking: Checking): Promise<Report> {
	const desk = await openDesk(ctx, checking);
	await ctx.db.delete(importRows).where(eq(importRows.importId, checking.id));
	const table = await openTable(checking.bytes);
	const counter = lineCounter(checking.layout);
	const report = { ...emptyReport, lines: counter.lines };
	const write = writer(ctx, checking.id);
	let chunk: DataRow[] = [];
	const flush = async () => {
		const planned = await planChunk(ctx, chunk, desk);
		await write(planned);
		for (const { outcome, problems, townAssumed } of planned) {
			report.rows++;
			report[outcome]++;
			if (outcome === 'created' && townAssumed) report.townAssumed++;
			if (outcome !== 'rejected' && problems.length) report.notices++;
		}
		chunk = [];
	};
	for await (const line of table.rows(checking.layout.sheet)) {
		const data = counter.dataOf(line);
		if (data) chunk.push(data);
		if (chunk.length < chunkSize) continue;
		await flush();
		await checking.progress(line.line);
	}
	await flush();
	await write([]);
	return { ...report, skipped: skippedLines(counter.lines) };
}
