// The smallest conflict in which a deterring answer takes the same decision maker's move twice, with another's between.
import { optionModel, preorder, spaceOf } from './models.ts';

/**
 * Five feasible states over four options, owned by decision makers 1, 2, 3 and 3. At NNNN the second improves to NYNN;
 * the answer YYYY needs a move of the third, of the first, and of the third again.
 */
export const tinyThreeParty = optionModel({
  options: [1, 1, 2],
  space: spaceOf(4, [0b0000, 0b0010, 0b1010, 0b1011, 0b1111]),
  relations: [preorder([0, 0, 0, 0, 0]), preorder([2, 4, 5, 3, 1]), preorder([0, 0, 0, 0, 0])],
});
