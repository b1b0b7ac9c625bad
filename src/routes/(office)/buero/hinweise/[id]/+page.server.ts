import { action } from '#lib/server/action.ts';
import { decisionForm, wordsForm } from '#modules/notices/forms.ts';
import { decideComplaint } from '#modules/notices/server/decide-complaint.ts';
import { decideMatter } from '#modules/notices/server/decide-matter.ts';
import { findMatter } from '#modules/notices/server/find-matter.ts';
import { liftMeasure } from '#modules/notices/server/lift-measure.ts';
import { noteAuthority, releaseMatter, takeMatter } from '#modules/notices/server/take-matter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const template = url.searchParams.get('baustein');
	return { found: await findMatter(ctx, params.id), template: template && /^\d$/.test(template) ? Number(template) : null, now: ctx.now };
};

const idOf = ({ id }: { id?: string }) => id ?? '';

export const actions: Actions = {
	take: action(wordsForm, async (_, { locals, params }) => takeMatter(locals.ctx, idOf(params))),
	release: action(wordsForm, async (_, { locals, params }) => releaseMatter(locals.ctx, idOf(params))),
	inform: action(wordsForm, async ({ words }, { locals, params }) => noteAuthority(locals.ctx, { id: idOf(params), words })),
	decide: action(decisionForm, async (input, { locals, params }) => decideMatter(locals.ctx, { id: idOf(params), input })),
	lift: action(wordsForm, async ({ words }, { locals, params }) => liftMeasure(locals.ctx, { id: idOf(params), words })),
	uphold: action(wordsForm, async ({ words }, { locals, params }) =>
		decideComplaint(locals.ctx, { id: idOf(params), isUpheld: true, words })
	),
	revise: action(wordsForm, async ({ words }, { locals, params }) =>
		decideComplaint(locals.ctx, { id: idOf(params), isUpheld: false, words })
	)
};
