import { signUpForViewing } from '#modules/cases/server/sign-up-for-viewing.ts';
import { addStop } from '#modules/tours/server/add-stop.ts';
import { beginTour } from '#modules/tours/server/begin-tour.ts';
import { findResults } from '#modules/tours/server/find-results.ts';
import { moveStop } from '#modules/tours/server/move-stop.ts';
import { noteInterest } from '#modules/tours/server/note-interest.ts';
import { recordInterest } from '#modules/tours/server/record-interest.ts';
import { recordResults } from '#modules/tours/server/record-results.ts';
import { saveGuides } from '#modules/tours/server/save-guides.ts';
import { stepConsent } from '#modules/tours/server/save-stop.ts';
import { stepInterest } from '#modules/tours/server/step-interest.ts';
import { inTwoWeeks, plantTour, tourInput } from '../tours.ts';
import { signedIn, type Commands } from './access.ts';

const desk = ['editor', 'admin'] as const;

/** Leerstandsspaziergänge: who works on their case, and who takes part. */
export const commands: Commands = {
	'begin-tour': { allowed: ['editor', 'office', 'admin'], arrange: async () => (ctx) => beginTour(ctx, tourInput()) },
	'save-guides': {
		allowed: desk,
		arrange: async (stage) => {
			const { viewingId } = await plantTour(stage);
			return (ctx) => saveGuides(ctx, { viewingId, guides: 'Bauamt' });
		}
	},
	'add-stop': {
		allowed: desk,
		arrange: async (stage) => {
			const { viewingId } = await plantTour(stage);
			return (ctx) => addStop(ctx, { viewingId, input: { title: 'Pause am Wasser' } });
		}
	},
	'save-stop': {
		allowed: desk,
		arrange: async (stage) => {
			const { viewingId, shown } = await plantTour(stage);
			return (ctx) => stepConsent(ctx, { viewingId, input: { stopId: shown, step: 'grant', whom: 'Herr Wolter' } });
		}
	},
	'move-stop': {
		allowed: desk,
		arrange: async (stage) => {
			const { viewingId, shown } = await plantTour(stage);
			return (ctx) => moveStop(ctx, { viewingId, stopId: shown, move: 'down' });
		}
	},
	'note-interest': {
		allowed: signedIn,
		arrange: async (stage) => {
			const { viewingId, shown } = await plantTour(stage, { capacity: 50 });
			return async (ctx) => {
				if (ctx.actor) await signUpForViewing(ctx, { viewingId, answer: 'yes' });
				await noteInterest(ctx, { viewingId, stopId: shown, answer: 'yes' });
			};
		}
	},
	'record-interest': {
		allowed: desk,
		arrange: async (stage) => {
			const { viewingId, shown } = await plantTour(stage);
			return (ctx) => recordInterest(ctx, { viewingId, input: { stopId: shown, name: 'Frau Ebert' } });
		}
	},
	'step-interest': {
		allowed: desk,
		arrange: async (stage) => {
			const { viewingId, shown } = await plantTour(stage);
			await recordInterest(stage.as('ines'), { viewingId, input: { stopId: shown, name: 'Frau Ebert' } });
			const { stops } = await findResults(stage.as('ines'), viewingId);
			const [interest] = stops.flatMap(({ interests }) => interests);
			return (ctx) => stepInterest(ctx, { viewingId, input: { interestId: interest?.id ?? '', step: 'follow' } });
		}
	},
	'record-results': {
		allowed: desk,
		arrange: async (stage) => {
			const { viewingId } = await plantTour(stage);
			const now = new Date(inTwoWeeks.getTime() + 3_600_000);
			return (ctx) => recordResults({ ...ctx, now }, { viewingId, input: { came: [], walkIns: 2 } });
		}
	}
};
