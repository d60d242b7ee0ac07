#include "GraphvizShim.h"
#include <gvc.h>
