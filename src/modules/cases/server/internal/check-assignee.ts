import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { CaseRow } from './case-for.ts';
import { deskPeople } from './tell.ts';

/** Who may be responsible: the people of the office that leads it, and whoever asks. Throws 422. */
export async function checkAssignee(
	ctx: Ctx,
	row: CaseRow,
	{ field, id }: { field: string; id: string | null | undefined }
): Promise<void> {
	if (!id || id === ctx.actor?.id || id === row.assigneeId || id === row.backupId) return;
	if (!(await deskPeople(ctx, row)).some((person) => person.id === id))
		throw refused('no-colleague', 'Diese Person arbeitet nicht in dem Büro, das den Fall führt.', field);
}
