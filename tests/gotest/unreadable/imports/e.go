package imports

import testing
