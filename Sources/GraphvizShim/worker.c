#define _GNU_SOURCE
#include "GraphvizShim.h"
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

// Memory -------------------------------------------------------------------------------------------------------------

static size_t memory_limit;
static char signal_stack[64 * 1024]; // A stack that is full cannot run a handler.

// Graphviz does not check every allocation, so want of memory looks like any crash. What tells them apart: now a
// quarter of the limit cannot be had. Only calls that are safe in a signal handler.
static void crashed(int signal_number) {
  (void)signal_number;
  void *probe = mmap(NULL, memory_limit / 4, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (probe == MAP_FAILED) _exit(GVS_EXIT_MEMORY);
  munmap(probe, memory_limit / 4);
  // The handler is reset: back in the instruction that failed, the process dies as it would have.
}

bool gvs_limit_memory(uint64_t bytes) {
  struct rlimit limit = {.rlim_cur = (rlim_t)bytes, .rlim_max = (rlim_t)bytes};
  if (setrlimit(RLIMIT_AS, &limit) != 0) return false;
  memory_limit = (size_t)bytes;

  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = (int)(SA_ONSTACK | SA_RESETHAND);
  const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP, SIGFPE};
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) sigaction(signals[i], &action, NULL);
  return true;
}

// Descriptors --------------------------------------------------------------------------------------------------------

static void *watch(void *argument) {
  struct pollfd input = {.fd = (int)(intptr_t)argument, .events = 0};
  while (poll(&input, 1, -1) < 0 && errno == EINTR) continue;
  _exit(0);
}

bool gvs_exit_when_abandoned(int descriptor) {
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, PTHREAD_STACK_MIN > 65536 ? (size_t)PTHREAD_STACK_MIN : 65536);
  bool started = pthread_create(&thread, &attributes, watch, (void *)(intptr_t)descriptor) == 0;
  pthread_attr_destroy(&attributes);
  return started;
}

int gvs_take_output(void) {
  int output = dup(STDOUT_FILENO);
  if (output >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
    close(output);
    return -1;
  }
  return output;
}

void gvs_set_source_date(int64_t seconds_since_1970) {
  char text[24];
  snprintf(text, sizeof text, "%lld", (long long)(seconds_since_1970 > 0 ? seconds_since_1970 : 0));
  setenv("SOURCE_DATE_EPOCH", text, 1);
}

static void ignore(int signal_number) { (void)signal_number; }

void gvs_survive_broken_pipes(void) {
  struct sigaction action;
  if (sigaction(SIGPIPE, NULL, &action) != 0 || action.sa_handler != SIG_DFL) return;
  memset(&action, 0, sizeof action);
  // A handler, not SIG_IGN: programs that are started from here get the default back.
  action.sa_handler = ignore;
  action.sa_flags = SA_RESTART;
  sigaction(SIGPIPE, &action, NULL);
}
