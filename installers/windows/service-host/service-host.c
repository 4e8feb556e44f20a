/*
 * Keeps one program running as a Windows service: starts it, starts it again when it ends, and stops it when Windows says so.
 *
 * What to run stands in service.ini beside this file:
 *   [service]
 *   name=SoMayAgent            as it is registered
 *   command=node.exe agent.mjs run   run in this folder; the first word is a file of this folder
 *   log=%ProgramData%\SoMay\agent\service.log   what the program prints; at most half a megabyte, and one file before it
 *   gentle=1                   1: below the priority of people's programs
 *   wrong-setting=2            this exit code is tried again after five minutes, because only a person can mend it
 *   update-code=75             this exit code asks for the runner of an update
 *   update-program=...         the runner, a whole path; run in its own folder
 *   update-arguments=...       what follows it on the command line
 *
 * The program and whatever it starts live in one job: nothing of them outlives the service. The runner of an update alone stands outside, because it
 * has Windows Installer stop this service, take it away and bring another.
 * `service-host.exe --console` runs the same without Windows' service manager, until Ctrl-C.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <wchar.h>

#define LONG_TEXT 2048
#define LOG_BYTES (512 * 1024)
/* Windows itself gives services five seconds when it shuts down; the agent loses nothing however it ends. */
#define STOP_WAIT_MS 4000
#define FIRST_WAIT_MS 1000
#define LONGEST_WAIT_MS 60000
#define WRONG_SETTING_WAIT_MS 300000
/* A program that ran this long is sound: the next wait is short again. */
#define SOUND_MS 600000

static WCHAR folder[MAX_PATH], ini[MAX_PATH], name[256], command[LONG_TEXT], logPath[LONG_TEXT], runner[LONG_TEXT], runnerArguments[LONG_TEXT];
static DWORD wrongSetting, updateCode;
static BOOL gentle;
static HANDLE stopping;
static SERVICE_STATUS_HANDLE reporting;

static void setting(const WCHAR *key, const WCHAR *otherwise, WCHAR *into, DWORD length) {
  WCHAR raw[LONG_TEXT];
  GetPrivateProfileStringW(L"service", key, otherwise, raw, LONG_TEXT, ini);
  if (!ExpandEnvironmentStringsW(raw, into, length)) into[0] = 0;
}

static BOOL readSettings(void) {
  DWORD length = GetModuleFileNameW(NULL, folder, MAX_PATH);
  WCHAR *last;
  if (length == 0 || length >= MAX_PATH - 16 || !(last = wcsrchr(folder, L'\\'))) return FALSE;
  last[1] = 0;
  wcscpy(ini, folder);
  wcscat(ini, L"service.ini");
  setting(L"name", L"", name, 256);
  setting(L"command", L"", command, LONG_TEXT);
  setting(L"log", L"", logPath, LONG_TEXT);
  gentle = GetPrivateProfileIntW(L"service", L"gentle", 0, ini) == 1;
  wrongSetting = GetPrivateProfileIntW(L"service", L"wrong-setting", 0, ini);
  updateCode = GetPrivateProfileIntW(L"service", L"update-code", 0, ini);
  setting(L"update-program", L"", runner, LONG_TEXT);
  setting(L"update-arguments", L"", runnerArguments, LONG_TEXT);
  return name[0] && command[0];
}

static void report(DWORD state, DWORD exitCode, DWORD waitMs) {
  static DWORD checkpoint;
  SERVICE_STATUS status = {0};
  if (!reporting) return;
  status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  status.dwCurrentState = state;
  status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
  status.dwWin32ExitCode = exitCode;
  status.dwWaitHint = waitMs;
  status.dwCheckPoint = state == SERVICE_RUNNING || state == SERVICE_STOPPED ? 0 : ++checkpoint;
  SetServiceStatus(reporting, &status);
}

/* A file that its owner may go on writing to; INVALID_HANDLE_VALUE where it cannot be opened: the program runs without it. */
static HANDLE openLog(void) {
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  WCHAR before[LONG_TEXT];
  LARGE_INTEGER size = {0};
  HANDLE file;
  if (!logPath[0]) return INVALID_HANDLE_VALUE;
  file = CreateFileW(logPath, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, &inherited, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE || !GetFileSizeEx(file, &size) || size.QuadPart < LOG_BYTES) return file;
  CloseHandle(file);
  if (wcslen(logPath) + 3 < LONG_TEXT) {
    wcscpy(before, logPath);
    wcscat(before, L".1");
    MoveFileExW(logPath, before, MOVEFILE_REPLACE_EXISTING);
  }
  return CreateFileW(logPath, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, &inherited, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
}

/* Job of everything the program starts; closed, all of it ends. */
static HANDLE makeJob(void) {
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  HANDLE job = CreateJobObjectW(NULL, NULL);
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  if (job) SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  return job;
}

/* In a job or none; what it prints goes to the log, which is closed here, or nowhere. */
static BOOL launch(const WCHAR *program, WCHAR *line, const WCHAR *in, HANDLE job, HANDLE log, PROCESS_INFORMATION *process) {
  STARTUPINFOW begin = {0};
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  DWORD flags = CREATE_NO_WINDOW | CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT | (gentle ? BELOW_NORMAL_PRIORITY_CLASS : 0);
  HANDLE nothing = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, NULL);
  BOOL done;
  begin.cb = sizeof begin;
  begin.dwFlags = STARTF_USESTDHANDLES;
  begin.hStdInput = nothing;
  begin.hStdOutput = begin.hStdError = log == INVALID_HANDLE_VALUE ? nothing : log;
  done = CreateProcessW(program, line, NULL, NULL, TRUE, flags, NULL, in, &begin, process);
  if (done) {
    if (job) AssignProcessToJobObject(job, process->hProcess);
    ResumeThread(process->hThread);
    CloseHandle(process->hThread);
  }
  if (log != INVALID_HANDLE_VALUE) CloseHandle(log);
  CloseHandle(nothing);
  return done;
}

static BOOL start(HANDLE job, PROCESS_INFORMATION *process) {
  WCHAR program[LONG_TEXT], line[LONG_TEXT * 2];
  const WCHAR *rest = wcschr(command, L' ');
  size_t first = rest ? (size_t)(rest - command) : wcslen(command);
  /* Never by the search path: a program of that name elsewhere is not ours. */
  if (wcslen(folder) + first >= LONG_TEXT) return FALSE;
  wcscpy(program, folder);
  wcsncat(program, command, first);
  if (_snwprintf(line, LONG_TEXT * 2, L"\"%ls\"%ls", program, rest ? rest : L"") < 0) return FALSE;
  return launch(program, line, folder, job, openLog(), process);
}

/* Waits for the runner unless the service is stopped, which is what it will have done. It is never ended: half an update is worse than none. */
static BOOL update(void) {
  WCHAR line[LONG_TEXT * 2], in[LONG_TEXT], *last;
  PROCESS_INFORMATION process = {0};
  HANDLE both[2] = {stopping, NULL};
  BOOL told;
  wcscpy(in, runner);
  if (!(last = wcsrchr(in, L'\\'))) return FALSE;
  *last = 0;
  if (_snwprintf(line, LONG_TEXT * 2, L"\"%ls\" %ls", runner, runnerArguments) < 0) return FALSE;
  if (!launch(runner, line, in, NULL, INVALID_HANDLE_VALUE, &process)) return FALSE;
  both[1] = process.hProcess;
  told = WaitForMultipleObjects(2, both, FALSE, INFINITE) == WAIT_OBJECT_0;
  CloseHandle(process.hProcess);
  return told;
}

/* Ctrl-C, as from a keyboard, so that the program ends what it is at; then whatever is left of the job. */
static void end(HANDLE job, PROCESS_INFORMATION *process) {
  report(SERVICE_STOP_PENDING, NO_ERROR, STOP_WAIT_MS + 2000);
  FreeConsole();
  if (AttachConsole(process->dwProcessId)) {
    SetConsoleCtrlHandler(NULL, TRUE);
    GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0);
    WaitForSingleObject(process->hProcess, STOP_WAIT_MS);
    FreeConsole();
  }
  if (job) TerminateJobObject(job, 1);
  if (WaitForSingleObject(process->hProcess, 1000) != WAIT_OBJECT_0) TerminateProcess(process->hProcess, 1);
}

/* Until told to stop. */
static void keepRunning(void) {
  DWORD waitMs = FIRST_WAIT_MS;
  for (;;) {
    HANDLE job = makeJob();
    PROCESS_INFORMATION process = {0};
    DWORD exitCode = 1;
    ULONGLONG began = GetTickCount64();
    if (start(job, &process)) {
      HANDLE both[2] = {stopping, process.hProcess};
      BOOL told = WaitForMultipleObjects(2, both, FALSE, INFINITE) == WAIT_OBJECT_0;
      if (told) end(job, &process);
      GetExitCodeProcess(process.hProcess, &exitCode);
      CloseHandle(process.hProcess);
      if (told) {
        if (job) CloseHandle(job);
        return;
      }
    }
    if (job) CloseHandle(job);
    if (updateCode && exitCode == updateCode && update()) return;
    if (GetTickCount64() - began > SOUND_MS) waitMs = FIRST_WAIT_MS;
    if (WaitForSingleObject(stopping, wrongSetting && exitCode == wrongSetting ? WRONG_SETTING_WAIT_MS : waitMs) == WAIT_OBJECT_0) return;
    waitMs = waitMs * 2 < LONGEST_WAIT_MS ? waitMs * 2 : LONGEST_WAIT_MS;
  }
}

static DWORD WINAPI control(DWORD told, DWORD type, void *data, void *context) {
  (void)type, (void)data, (void)context;
  if (told != SERVICE_CONTROL_STOP && told != SERVICE_CONTROL_SHUTDOWN) return told == SERVICE_CONTROL_INTERROGATE ? NO_ERROR : ERROR_CALL_NOT_IMPLEMENTED;
  report(SERVICE_STOP_PENDING, NO_ERROR, STOP_WAIT_MS + 2000);
  SetEvent(stopping);
  return NO_ERROR;
}

static void WINAPI serve(DWORD count, WCHAR **arguments) {
  (void)count, (void)arguments;
  reporting = RegisterServiceCtrlHandlerExW(name, control, NULL);
  if (!reporting) return;
  report(SERVICE_RUNNING, NO_ERROR, 0);
  keepRunning();
  report(SERVICE_STOPPED, NO_ERROR, 0);
}

static BOOL WINAPI interrupted(DWORD event) {
  (void)event;
  SetEvent(stopping);
  return TRUE;
}

int wmain(int count, WCHAR **arguments) {
  SERVICE_TABLE_ENTRYW table[] = {{name, serve}, {NULL, NULL}};
  if (!readSettings()) return 2;
  stopping = CreateEventW(NULL, TRUE, FALSE, NULL);
  if (!stopping) return 1;
  if (count > 1 && wcscmp(arguments[1], L"--console") == 0) {
    SetConsoleCtrlHandler(interrupted, TRUE);
    keepRunning();
    return 0;
  }
  return StartServiceCtrlDispatcherW(table) ? 0 : 1;
}
