import { and, eq } from 'drizzle-orm';
import { chooseMail } from '#modules/people/server/choose-mail.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { cast } from '#testing/cast.ts';
import { plantOpenProcedure } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { followProcedure, unfollowProcedure } from './follow-procedure.ts';
import { listFollowed } from './list-followed.ts';
import { procedurePages } from './publication-tables.ts';
import { tellFollowers } from './tell-followers.ts';

test('what one follows stands in a list of one’s own; by the clock it is open or not, and it ends with one press', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	const amira = as('amira');
	await followProcedure(amira, slug);
	expect(await listFollowed(amira)).toMatchObject([{ id, slug, state: 'open' }]);
	expect(await listFollowed(as('jonas'))).toEqual([]);
	expect(await listFollowed({ ...amira, now: deadline })).toMatchObject([{ state: 'closed' }]);
	await db.update(procedurePages).set({ withheldAt: amira.now }).where(eq(procedurePages.procedureId, id));
	expect(await listFollowed(amira)).toEqual([]);
	await db.update(procedurePages).set({ withheldAt: null }).where(eq(procedurePages.procedureId, id));
	await unfollowProcedure(amira, id);
	expect(await listFollowed(amira)).toEqual([]);
	await expect(listFollowed({ ...amira, actor: null })).rejects.toMatchObject({ status: 401 });
});

test('news of a followed procedure comes on the way that its follower chose, and not at all afterwards', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	const [amira, jonas, ines] = [as('amira'), as('jonas'), as('ines')];
	for (const follower of [amira, jonas]) await followProcedure(follower, slug);
	await chooseMail(amira, { byTopic: { procedure: 'brief' }, bySender: {} });
	await chooseMail(jonas, { byTopic: { procedure: 'never' }, bySender: {} });
	const tell = (key: string) =>
		tellFollowers(ines, id, { kind: 'procedure-extended', key, title: 'Frist verlängert', text: 'Eine Woche.' });
	await tell('2');
	await tell('2');
	const heard = (who: 'amira' | 'jonas') =>
		db
			.select({ channel: notices.channel })
			.from(notices)
			.where(and(eq(notices.personId, cast[who].id), eq(notices.kind, 'procedure-extended')));
	expect([await heard('amira'), await heard('jonas')]).toEqual([[{ channel: 'brief' }], [{ channel: 'never' }]]);
	await unfollowProcedure(amira, id);
	await tell('3');
	expect([(await heard('amira')).length, (await heard('jonas')).length]).toEqual([1, 2]);
});
