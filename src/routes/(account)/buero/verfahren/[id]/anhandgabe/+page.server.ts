import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, actionOn } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import * as forms from '#modules/options/forms.ts';
import { beginUse } from '#modules/options/server/begin-use.ts';
import { beginWorks } from '#modules/options/server/begin-works.ts';
import { callSuccessor } from '#modules/options/server/call-successor.ts';
import { closeRemedy } from '#modules/options/server/close-remedy.ts';
import { decideMilestone } from '#modules/options/server/decide-milestone.ts';
import { endOption } from '#modules/options/server/end-option.ts';
import { extendOption } from '#modules/options/server/extend-option.ts';
import { findOptionDesk } from '#modules/options/server/find-option-desk.ts';
import { grantOption } from '#modules/options/server/grant-option.ts';
import { saveTalk } from '#modules/options/server/save-talk.ts';
import { sendOptionLink } from '#modules/options/server/send-option-link.ts';
import { setRemedy } from '#modules/options/server/set-remedy.ts';
import { signContract } from '#modules/options/server/sign-contract.ts';
import { tellStory } from '#modules/options/server/tell-story.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const sent = Number(url.searchParams.get('verschickt'));
	const mails = sent > 0 && sent < 100 ? (sent === 1 ? 'Eine Mail ist unterwegs.' : `${sent} Mails sind unterwegs.`) : null;
	return { desk: await findOptionDesk(ctx, params.id), said: url.searchParams.has('gespeichert') ? 'Gespeichert.' : mails };
};

const move = ({ move: to }: { move: string }) => to as 'confirm' | 'reject' | 'reopen';

export const actions: Actions = {
	grant: actionOn(forms.grantForm, (ctx, { id, ...input }) => grantOption(ctx, { id, input })),
	successor: actionOn(forms.successorForm, (ctx, input) => callSuccessor(ctx, input)),
	extend: actionOn(forms.extendForm, (ctx, input) => extendOption(ctx, input)),
	end: actionOn(forms.endForm, (ctx, input) => endOption(ctx, input)),
	decide: actionOn(forms.decideForm, (ctx, input) => decideMilestone(ctx, { ...input, move: move(input) })),
	talk: actionOn(forms.talkForm, (ctx, { id, ...input }) => saveTalk(ctx, { id, input })),
	remedy: actionOn(forms.remedyForm, (ctx, input) => setRemedy(ctx, input)),
	closeRemedy: actionOn(forms.closeRemedyForm, (ctx, input) => closeRemedy(ctx, input)),
	contract: actionOn(forms.contractForm, async (ctx, input, { locals, data }) => {
		const [document] = await readUploads(data, 'document');
		await signContract(ctx, { ...input, document, store: locals.house.store });
	}),
	works: actionOn(forms.worksForm, (ctx, input) => beginWorks(ctx, input)),
	use: actionOn(forms.useForm, (ctx, input) => beginUse(ctx, input)),
	link: action(z.object({}), async (_, { locals, params, url }) =>
		redirect(303, `${url.pathname}?verschickt=${await sendOptionLink(locals.ctx, params.id ?? '')}`)
	),
	story: action(z.object({}), async (_, { locals, params }) =>
		redirect(303, `/buero/geschichten/${await tellStory(locals.ctx, params.id ?? '')}`)
	)
};
