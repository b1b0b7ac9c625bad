import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';

/** A part of the cards that an index finds, with the best score that anything in it can have. */
export type Stage = {
	/** The cards of this part that can still reach `needed`. */
	where: (needed: number) => SQL;
	most: number;
	/** Only a first look while there is nothing to beat: a later stage holds these cards too. */
	glance?: boolean;
};

/** What a first look reads at most: enough to find twenty good ones, whatever the size of the register. */
const glanceSize = 2000;

type Scored = { score: number };
type Search<Row, Hit extends Scored> = {
	stages: readonly Stage[];
	cards: { table: SQL; id: SQL; bound: string; possible: string };
	/** The rows of these cards, in any order. */
	read: (ids: string[]) => Promise<Row[]>;
	/** `null` leaves the row out. */
	score: (row: Row) => Hit | null;
	order: (a: Hit, b: Hit) => number;
	limit: number;
};

/**
 * The `limit` best rows without reading all of them: stage by stage, within a stage by what the cards promise, until nothing that is left can
 * beat what has been found. The scores are exactly those of scoring everything; which of several equal ones are named may differ.
 */
export async function bestFirst<Row, Hit extends Scored>(
	db: Db,
	{ stages, cards, read, score, order, limit }: Search<Row, Hit>
): Promise<Hit[]> {
	let best: Hit[] = [];
	const seen = new Set<string>();
	const needed = () => (best.length >= limit ? (best.at(-1)?.score ?? 0) + 1 : 0);
	const [bound, possible] = [sql.raw(cards.bound), sql.raw(cards.possible)];
	const look = async (where: SQL, size: number, among: SQL) => {
		const { rows } = await db.execute<{ id: string; bound: number }>(sql`
			select id, bound from (select ${cards.id} as id, ${bound} as bound from ${cards.table} where ${where} and ${possible} ${among}) promised
			where bound >= ${needed()} and id <> all(${sql.param([...seen])}::uuid[]) order by bound desc, id limit ${size}`);
		for (const { id } of rows) seen.add(id);
		const hits = rows.length ? (await read(rows.map(({ id }) => id))).map(score).filter((hit) => hit !== null) : [];
		best = [...best, ...hits].sort(order).slice(0, limit);
		return rows;
	};
	for (const { where, most, glance } of stages) {
		if (glance && best.length >= limit) continue;
		for (let size = Math.max(40, limit * 2); needed() <= most; size *= 4) {
			const rows = await look(where(needed()), size, glance ? sql`limit ${glanceSize}` : sql`offset 0`);
			if (glance || rows.length < size || (rows.at(-1)?.bound ?? 0) < needed()) break;
		}
	}
	return best;
}
