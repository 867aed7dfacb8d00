// Loads the command line; a file of its own, because an old Node cannot parse an import expression.
'use strict';

import('../apps/cli/main.js');
