import { sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { NewMail } from '#modules/people/mail.ts';
import { addNotice, type NewNotice } from '#modules/people/server/add-notice.ts';

type Posted = NewMail & { id: string };

/** What waits in the post: the payloads of the mail jobs, in the order they were added. */
export async function postedMails(db: Db): Promise<Posted[]> {
	const { rows } = await db.execute<{ payload: Posted }>(
		sql`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail' order by j.id`
	);
	return rows.map(({ payload }) => payload);
}

type Asked = Partial<NewNotice> & Pick<NewNotice, 'personId'>;

let n = 0;
/** Puts a small question to somebody, as a network would. Returns what it is about. */
export async function plantAsk(ctx: Pick<Ctx, 'db' | 'now'>, { subjectId = `frage-${++n}`, ...asked }: Asked): Promise<string> {
	await addNotice(ctx, {
		...{ kind: 'inquiry', topic: 'inquiry', minutes: 5, ask: { kind: 'yes_no' }, subjectId },
		...{ data: { title: `Frage ${subjectId}`, text: 'Passt das?', href: '/konto/wartet' }, sender: { id: 'netz-1', name: 'Probenetz' } },
		...asked
	});
	return subjectId;
}
