import type { Ctx } from '#modules/people/actor.ts';
import { topOf } from '#modules/procedures/criteria.ts';
import { findDeliberation } from './find-deliberation.ts';

/** What hangs on the wall: points in order of size and nobody's name beside them, so that nobody has to defend a number in front of all. Throws 401, 403 and 404. */
export async function findRoomView(ctx: Ctx, which: { id: string; number: number }) {
	const { reading, columns, table, leaving, undeclared } = await findDeliberation(ctx, which);
	const counting = new Set(columns.filter(({ counts }) => counts).map(({ memberId }) => memberId));
	return {
		...{ title: reading.title, leaving, undeclared },
		leaves: table.map(({ leaf, spread, cells }) => ({
			...{ id: leaf.id, title: leaf.title, top: topOf(leaf), spread },
			points: cells
				.filter(({ memberId }) => counting.has(memberId))
				.map(({ points }) => points)
				.sort((a, b) => a - b)
		}))
	};
}
