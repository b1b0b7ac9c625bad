import { accessibilities as words } from '#modules/properties/vocabulary.ts';
import { conflict, fits, tension, unknown, type Criterion } from '../pair.ts';

export const accessibility: Criterion = {
	judge: (offer, wish) => {
		if (!wish.accessibilityRequired) return null;
		if (offer.accessibility === 'unknown') return unknown('barrierefrei gesucht, Zugang noch nicht bekannt');
		if (offer.accessibility === 'step_free') return fits('stufenlos zugänglich');
		if (offer.accessibility === 'not') return conflict('barrierefrei gesucht, hier nicht barrierefrei', true);
		return tension(`barrierefrei gesucht, hier ${words[offer.accessibility]}`, offer.accessibility === 'partly' ? 0.4 : 0.5);
	},
	question: { text: 'Kommt man ohne Stufen hinein, oder wäre eine Rampe möglich?', ask: 'provider' },
	relax: (_offer, wish) => ({
		text: 'der Zugang nicht barrierefrei sein muss oder es noch wird',
		wish: { ...wish, accessibilityRequired: false }
	})
};
