import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { plantOpenProcedure } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { pagesFor } from '../desk-pages.ts';
import { beginAmendment } from './begin-amendment.ts';
import { cancelProcedure } from './cancel-procedure.ts';
import { cancelViewing } from './cancel-viewing.ts';
import { dropAmendment } from './change-amendment.ts';
import { draftAnswer } from './draft-answer.ts';
import { extendForAll } from './extend-for-all.ts';
import { findAmendment } from './find-amendment.ts';
import { findCall } from './find-call.ts';
import { findProcedureHead } from './find-procedure.ts';
import { findPublication } from './find-publication.ts';
import { listQuestions } from './list-questions.ts';
import { listViewings } from './list-viewings.ts';
import { publishAmendment } from './publish-amendment.ts';
import { publishAnswers } from './publish-answers.ts';
import { saveViewing } from './save-viewing.ts';
import { setAsideQuestion } from './set-aside-question.ts';

const refusalOf = (tried: Promise<unknown>) =>
	tried.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : Promise.reject(error))
	);

test('a private owner reads the own call once it is open, and runs nothing that is the town’s', async ({ as, db }) => {
	const { id, deadline, houseId } = await plantOpenProcedure({ as, db });
	await db.update(properties).set({ isMunicipal: false, ownerPersonId: cast.hanna.id }).where(eq(properties.id, houseId));
	const [hanna, ines] = [as('hanna'), as('ines')];
	const [until, reason, unknown] = [new Date(deadline.getTime() + 3_600_000), 'Der Server stand.', 'ffffffff-ffff-4fff-8fff-ffffffffffff'];
	await beginAmendment(ines, id);
	const input = {
		viewingId: undefined,
		startsAt: new Date(hanna.now.getTime() + 864e6),
		minutes: 60,
		place: 'Markt',
		guestNote: '',
		capacity: 5
	};
	const viewingId = await saveViewing(ines, { id, input });
	for (const tried of [
		() => beginAmendment(hanna, id),
		() => publishAmendment(hanna, { id, reason }),
		() => dropAmendment(hanna, id),
		() => extendForAll(hanna, { id, until, reason }),
		() => cancelProcedure(hanna, { id, reason }),
		() => draftAnswer(hanna, { id, input: { questionId: unknown, wording: 'Strom?', answer: 'Ja.' } }),
		() => setAsideQuestion(hanna, { id, questionId: unknown, reason }),
		() => publishAnswers(hanna, { id, evenSo: false }),
		() => saveViewing(hanna, { id, input }),
		() => cancelViewing(hanna, { id, viewingId, reason })
	])
		expect(await refusalOf(tried()), tried.toString()).toBe('403 forbidden');
	for (const read of [listQuestions, listViewings, findAmendment])
		expect(await refusalOf(read(hanna, id)), read.name).toBe('404 not-found');
	expect((await findCall(hanna, id)).lead).toContain('Angermünde');
	expect((await findPublication(hanna, id)).state).toBe('open');
	const tabs = async (who: 'hanna' | 'ines') => pagesFor(await findProcedureHead(as(who), id)).map(({ end }) => end);
	const ofTown = ['/termine', '/fragen', '/aenderung'];
	expect((await tabs('ines')).filter((end) => ofTown.includes(end))).toEqual(ofTown);
	expect((await tabs('hanna')).filter((end) => ofTown.includes(end))).toEqual([]);
	expect(await tabs('hanna')).toContain('/veroeffentlichen');
});
