import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { transitionForm, voteForm } from '#modules/admission/forms.ts';
import { castVote } from '#modules/admission/server/cast-vote.ts';
import { stepApplication } from '#modules/admission/server/step-application.ts';
import type { Actions } from './$types';

const address = z.object({ slug: z.string(), id: z.string() });
const back = ({ slug, id }: z.output<typeof address>, said: string) =>
	redirect(303, `/buero/netzwerk/${slug}/aufnahme/${id}/stimmen?neu=${said}`);

export const actions: Actions = {
	vote: action(voteForm.extend(address.shape), async ({ slug, id, ...input }, { locals: { ctx } }) => {
		await castVote(ctx, { slug, id, input });
		return back({ slug, id }, 'stimme');
	}),
	decide: action(transitionForm.extend(address.shape), async (input, { locals: { ctx } }) => {
		await stepApplication(ctx, input);
		return back(input, 'entschieden');
	})
};
