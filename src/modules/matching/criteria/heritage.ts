import { heritages as words } from '#modules/properties/vocabulary.ts';
import { fits, tension, unknown, type Criterion } from '../pair.ts';

const shares = { single_monument: 0.15, ensemble: 0.3, preservation_statute: 0.4 } as const;

export const heritage: Criterion = {
	judge: (offer, wish) => {
		if (wish.heritageOk !== 'no') return null;
		if (offer.heritage === 'unknown') return unknown('ohne Denkmalschutz gesucht, noch nicht bekannt');
		if (offer.heritage === 'none') return fits('kein Denkmal');
		return tension(`${words[offer.heritage]}, Umbau braucht Zustimmung; gesucht ist ein Haus ohne Denkmalschutz`, shares[offer.heritage]);
	},
	question: { text: 'Steht das Haus unter Denkmalschutz?', ask: 'municipality' }
};
