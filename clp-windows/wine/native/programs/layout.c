/*
 * layout: prints as JSON how the headers of mingw-w64 lay out the structures that are declared in Java, and what their constants are.
 * usage: layout
 */
#include <winsock2.h>
#include <ws2tcpip.h>
#include <ws2ipdef.h>
#include <windows.h>
#include <iphlpapi.h>
#include <netioapi.h>
#include <stddef.h>
#include <stdio.h>
#include <winioctl.h>
#include <winsvc.h>

static const char *structure_separator = "", *field_separator, *constant_separator = "";

static void begin(const char *name, size_t size, size_t alignment) {
    printf("%s\n  \"%s\": {\"size\": %zu, \"align\": %zu, \"fields\": {", structure_separator, name, size, alignment);
    structure_separator = "}},";
    field_separator = "";
}

static void field(const char *name, size_t offset, size_t size) {
    printf("%s\n    \"%s\": {\"offset\": %zu, \"size\": %zu}", field_separator, name, offset, size);
    field_separator = ",";
}

static void constant(const char *name, LONGLONG value) {
    printf("%s\n    \"%s\": %lld", constant_separator, name, value);
    constant_separator = ",";
}

#define STRUCTURE(T) begin(#T, sizeof(T), _Alignof(T))
#define FIELD(T, name) field(#name, offsetof(T, name), sizeof(((T *)NULL)->name))
#define CONSTANT(name) constant(#name, (LONGLONG)(name))

static void services(void) {
    STRUCTURE(SERVICE_STATUS);
    FIELD(SERVICE_STATUS, dwServiceType);
    FIELD(SERVICE_STATUS, dwCurrentState);
    FIELD(SERVICE_STATUS, dwControlsAccepted);
    FIELD(SERVICE_STATUS, dwWin32ExitCode);
    FIELD(SERVICE_STATUS, dwServiceSpecificExitCode);
    FIELD(SERVICE_STATUS, dwCheckPoint);
    FIELD(SERVICE_STATUS, dwWaitHint);
    STRUCTURE(SERVICE_STATUS_PROCESS);
    FIELD(SERVICE_STATUS_PROCESS, dwServiceType);
    FIELD(SERVICE_STATUS_PROCESS, dwCurrentState);
    FIELD(SERVICE_STATUS_PROCESS, dwControlsAccepted);
    FIELD(SERVICE_STATUS_PROCESS, dwWin32ExitCode);
    FIELD(SERVICE_STATUS_PROCESS, dwServiceSpecificExitCode);
    FIELD(SERVICE_STATUS_PROCESS, dwCheckPoint);
    FIELD(SERVICE_STATUS_PROCESS, dwWaitHint);
    FIELD(SERVICE_STATUS_PROCESS, dwProcessId);
    FIELD(SERVICE_STATUS_PROCESS, dwServiceFlags);
    STRUCTURE(QUERY_SERVICE_CONFIGW);
    FIELD(QUERY_SERVICE_CONFIGW, dwServiceType);
    FIELD(QUERY_SERVICE_CONFIGW, dwStartType);
    FIELD(QUERY_SERVICE_CONFIGW, dwErrorControl);
    FIELD(QUERY_SERVICE_CONFIGW, lpBinaryPathName);
    FIELD(QUERY_SERVICE_CONFIGW, lpLoadOrderGroup);
    FIELD(QUERY_SERVICE_CONFIGW, dwTagId);
    FIELD(QUERY_SERVICE_CONFIGW, lpDependencies);
    FIELD(QUERY_SERVICE_CONFIGW, lpServiceStartName);
    FIELD(QUERY_SERVICE_CONFIGW, lpDisplayName);
    STRUCTURE(ENUM_SERVICE_STATUSW);
    FIELD(ENUM_SERVICE_STATUSW, lpServiceName);
    FIELD(ENUM_SERVICE_STATUSW, lpDisplayName);
    FIELD(ENUM_SERVICE_STATUSW, ServiceStatus);
}

static void addresses(void) {
    STRUCTURE(SOCKADDR_INET);
    FIELD(SOCKADDR_INET, si_family);
    FIELD(SOCKADDR_INET, Ipv4.sin_port);
    FIELD(SOCKADDR_INET, Ipv4.sin_addr);
    FIELD(SOCKADDR_INET, Ipv6.sin6_port);
    FIELD(SOCKADDR_INET, Ipv6.sin6_flowinfo);
    FIELD(SOCKADDR_INET, Ipv6.sin6_addr);
    FIELD(SOCKADDR_INET, Ipv6.sin6_scope_id);
    STRUCTURE(MIB_UNICASTIPADDRESS_ROW);
    FIELD(MIB_UNICASTIPADDRESS_ROW, Address);
    FIELD(MIB_UNICASTIPADDRESS_ROW, InterfaceLuid);
    FIELD(MIB_UNICASTIPADDRESS_ROW, InterfaceIndex);
    FIELD(MIB_UNICASTIPADDRESS_ROW, PrefixOrigin);
    FIELD(MIB_UNICASTIPADDRESS_ROW, SuffixOrigin);
    FIELD(MIB_UNICASTIPADDRESS_ROW, ValidLifetime);
    FIELD(MIB_UNICASTIPADDRESS_ROW, PreferredLifetime);
    FIELD(MIB_UNICASTIPADDRESS_ROW, OnLinkPrefixLength);
    FIELD(MIB_UNICASTIPADDRESS_ROW, SkipAsSource);
    FIELD(MIB_UNICASTIPADDRESS_ROW, DadState);
    FIELD(MIB_UNICASTIPADDRESS_ROW, ScopeId);
    FIELD(MIB_UNICASTIPADDRESS_ROW, CreationTimeStamp);
    STRUCTURE(MIB_UNICASTIPADDRESS_TABLE);
    FIELD(MIB_UNICASTIPADDRESS_TABLE, NumEntries);
    FIELD(MIB_UNICASTIPADDRESS_TABLE, Table);
}

static void routes_and_neighbours(void) {
    STRUCTURE(IP_ADDRESS_PREFIX);
    FIELD(IP_ADDRESS_PREFIX, Prefix);
    FIELD(IP_ADDRESS_PREFIX, PrefixLength);
    STRUCTURE(MIB_IPFORWARD_ROW2);
    FIELD(MIB_IPFORWARD_ROW2, InterfaceLuid);
    FIELD(MIB_IPFORWARD_ROW2, InterfaceIndex);
    FIELD(MIB_IPFORWARD_ROW2, DestinationPrefix);
    FIELD(MIB_IPFORWARD_ROW2, NextHop);
    FIELD(MIB_IPFORWARD_ROW2, SitePrefixLength);
    FIELD(MIB_IPFORWARD_ROW2, ValidLifetime);
    FIELD(MIB_IPFORWARD_ROW2, PreferredLifetime);
    FIELD(MIB_IPFORWARD_ROW2, Metric);
    FIELD(MIB_IPFORWARD_ROW2, Protocol);
    FIELD(MIB_IPFORWARD_ROW2, Loopback);
    FIELD(MIB_IPFORWARD_ROW2, AutoconfigureAddress);
    FIELD(MIB_IPFORWARD_ROW2, Publish);
    FIELD(MIB_IPFORWARD_ROW2, Immortal);
    FIELD(MIB_IPFORWARD_ROW2, Age);
    FIELD(MIB_IPFORWARD_ROW2, Origin);
    STRUCTURE(MIB_IPFORWARD_TABLE2);
    FIELD(MIB_IPFORWARD_TABLE2, NumEntries);
    FIELD(MIB_IPFORWARD_TABLE2, Table);
    STRUCTURE(MIB_IPNET_ROW2);
    FIELD(MIB_IPNET_ROW2, Address);
    FIELD(MIB_IPNET_ROW2, InterfaceIndex);
    FIELD(MIB_IPNET_ROW2, InterfaceLuid);
    FIELD(MIB_IPNET_ROW2, PhysicalAddress);
    FIELD(MIB_IPNET_ROW2, PhysicalAddressLength);
    FIELD(MIB_IPNET_ROW2, State);
    FIELD(MIB_IPNET_ROW2, Flags);
    FIELD(MIB_IPNET_ROW2, ReachabilityTime);
}

static void interfaces(void) {
    STRUCTURE(MIB_IF_ROW2);
    FIELD(MIB_IF_ROW2, InterfaceLuid);
    FIELD(MIB_IF_ROW2, InterfaceIndex);
    FIELD(MIB_IF_ROW2, InterfaceGuid);
    FIELD(MIB_IF_ROW2, Alias);
    FIELD(MIB_IF_ROW2, Description);
    FIELD(MIB_IF_ROW2, PhysicalAddressLength);
    FIELD(MIB_IF_ROW2, PhysicalAddress);
    FIELD(MIB_IF_ROW2, PermanentPhysicalAddress);
    FIELD(MIB_IF_ROW2, Mtu);
    FIELD(MIB_IF_ROW2, Type);
    FIELD(MIB_IF_ROW2, TunnelType);
    FIELD(MIB_IF_ROW2, MediaType);
    FIELD(MIB_IF_ROW2, PhysicalMediumType);
    FIELD(MIB_IF_ROW2, AccessType);
    FIELD(MIB_IF_ROW2, DirectionType);
    FIELD(MIB_IF_ROW2, InterfaceAndOperStatusFlags);
    FIELD(MIB_IF_ROW2, OperStatus);
    FIELD(MIB_IF_ROW2, AdminStatus);
    FIELD(MIB_IF_ROW2, MediaConnectState);
    FIELD(MIB_IF_ROW2, NetworkGuid);
    FIELD(MIB_IF_ROW2, ConnectionType);
    FIELD(MIB_IF_ROW2, TransmitLinkSpeed);
    FIELD(MIB_IF_ROW2, ReceiveLinkSpeed);
    FIELD(MIB_IF_ROW2, InOctets);
    FIELD(MIB_IF_ROW2, InUcastPkts);
    FIELD(MIB_IF_ROW2, InNUcastPkts);
    FIELD(MIB_IF_ROW2, InDiscards);
    FIELD(MIB_IF_ROW2, InErrors);
    FIELD(MIB_IF_ROW2, InUnknownProtos);
    FIELD(MIB_IF_ROW2, InUcastOctets);
    FIELD(MIB_IF_ROW2, InMulticastOctets);
    FIELD(MIB_IF_ROW2, InBroadcastOctets);
    FIELD(MIB_IF_ROW2, OutOctets);
    FIELD(MIB_IF_ROW2, OutUcastPkts);
    FIELD(MIB_IF_ROW2, OutNUcastPkts);
    FIELD(MIB_IF_ROW2, OutDiscards);
    FIELD(MIB_IF_ROW2, OutErrors);
    FIELD(MIB_IF_ROW2, OutUcastOctets);
    FIELD(MIB_IF_ROW2, OutMulticastOctets);
    FIELD(MIB_IF_ROW2, OutBroadcastOctets);
    FIELD(MIB_IF_ROW2, OutQLen);
}

static void processes(void) {
    STRUCTURE(STARTUPINFOW);
    FIELD(STARTUPINFOW, cb);
    FIELD(STARTUPINFOW, lpReserved);
    FIELD(STARTUPINFOW, lpDesktop);
    FIELD(STARTUPINFOW, lpTitle);
    FIELD(STARTUPINFOW, dwX);
    FIELD(STARTUPINFOW, dwY);
    FIELD(STARTUPINFOW, dwXSize);
    FIELD(STARTUPINFOW, dwYSize);
    FIELD(STARTUPINFOW, dwXCountChars);
    FIELD(STARTUPINFOW, dwYCountChars);
    FIELD(STARTUPINFOW, dwFillAttribute);
    FIELD(STARTUPINFOW, dwFlags);
    FIELD(STARTUPINFOW, wShowWindow);
    FIELD(STARTUPINFOW, cbReserved2);
    FIELD(STARTUPINFOW, lpReserved2);
    FIELD(STARTUPINFOW, hStdInput);
    FIELD(STARTUPINFOW, hStdOutput);
    FIELD(STARTUPINFOW, hStdError);
    STRUCTURE(STARTUPINFOEXW);
    FIELD(STARTUPINFOEXW, StartupInfo);
    FIELD(STARTUPINFOEXW, lpAttributeList);
    STRUCTURE(PROCESS_INFORMATION);
    FIELD(PROCESS_INFORMATION, hProcess);
    FIELD(PROCESS_INFORMATION, hThread);
    FIELD(PROCESS_INFORMATION, dwProcessId);
    FIELD(PROCESS_INFORMATION, dwThreadId);
    STRUCTURE(SECURITY_ATTRIBUTES);
    FIELD(SECURITY_ATTRIBUTES, nLength);
    FIELD(SECURITY_ATTRIBUTES, lpSecurityDescriptor);
    FIELD(SECURITY_ATTRIBUTES, bInheritHandle);
    STRUCTURE(OVERLAPPED);
    FIELD(OVERLAPPED, Internal);
    FIELD(OVERLAPPED, InternalHigh);
    FIELD(OVERLAPPED, Offset);
    FIELD(OVERLAPPED, OffsetHigh);
    FIELD(OVERLAPPED, hEvent);
    STRUCTURE(OSVERSIONINFOW);
    FIELD(OSVERSIONINFOW, dwOSVersionInfoSize);
    FIELD(OSVERSIONINFOW, dwMajorVersion);
    FIELD(OSVERSIONINFOW, dwMinorVersion);
    FIELD(OSVERSIONINFOW, dwBuildNumber);
    FIELD(OSVERSIONINFOW, dwPlatformId);
    FIELD(OSVERSIONINFOW, szCSDVersion);
    STRUCTURE(TOKEN_ELEVATION);
    FIELD(TOKEN_ELEVATION, TokenIsElevated);
}

static void jobs(void) {
    STRUCTURE(IO_COUNTERS);
    FIELD(IO_COUNTERS, ReadOperationCount);
    FIELD(IO_COUNTERS, WriteOperationCount);
    FIELD(IO_COUNTERS, OtherOperationCount);
    FIELD(IO_COUNTERS, ReadTransferCount);
    FIELD(IO_COUNTERS, WriteTransferCount);
    FIELD(IO_COUNTERS, OtherTransferCount);
    STRUCTURE(JOBOBJECT_BASIC_LIMIT_INFORMATION);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, PerProcessUserTimeLimit);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, PerJobUserTimeLimit);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, LimitFlags);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, MinimumWorkingSetSize);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, MaximumWorkingSetSize);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, ActiveProcessLimit);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, Affinity);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, PriorityClass);
    FIELD(JOBOBJECT_BASIC_LIMIT_INFORMATION, SchedulingClass);
    STRUCTURE(JOBOBJECT_EXTENDED_LIMIT_INFORMATION);
    FIELD(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, BasicLimitInformation);
    FIELD(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, IoInfo);
    FIELD(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, ProcessMemoryLimit);
    FIELD(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JobMemoryLimit);
    FIELD(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, PeakProcessMemoryUsed);
    FIELD(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, PeakJobMemoryUsed);
}

static void constants_of_services(void) {
    CONSTANT(SC_MANAGER_CONNECT);
    CONSTANT(SERVICE_QUERY_CONFIG);
    CONSTANT(SERVICE_CHANGE_CONFIG);
    CONSTANT(SERVICE_QUERY_STATUS);
    CONSTANT(SERVICE_ENUMERATE_DEPENDENTS);
    CONSTANT(SERVICE_START);
    CONSTANT(SERVICE_STOP);
    CONSTANT(SERVICE_CONTROL_STOP);
    CONSTANT(SERVICE_ACTIVE);
    CONSTANT(SC_STATUS_PROCESS_INFO);
    CONSTANT(SERVICE_RUNS_IN_SYSTEM_PROCESS);
    CONSTANT(SERVICE_WIN32_OWN_PROCESS);
    CONSTANT(SERVICE_WIN32_SHARE_PROCESS);
    CONSTANT(SERVICE_NO_CHANGE);
    CONSTANT(SC_GROUP_IDENTIFIER);
    CONSTANT(SERVICE_BOOT_START);
    CONSTANT(SERVICE_SYSTEM_START);
    CONSTANT(SERVICE_AUTO_START);
    CONSTANT(SERVICE_DEMAND_START);
    CONSTANT(SERVICE_DISABLED);
    CONSTANT(SERVICE_STOPPED);
    CONSTANT(SERVICE_START_PENDING);
    CONSTANT(SERVICE_STOP_PENDING);
    CONSTANT(SERVICE_RUNNING);
    CONSTANT(SERVICE_CONTINUE_PENDING);
    CONSTANT(SERVICE_PAUSE_PENDING);
    CONSTANT(SERVICE_PAUSED);
}

static void constants_of_addresses_and_volumes(void) {
    CONSTANT(AF_INET);
    CONSTANT(AF_INET6);
    CONSTANT(IpDadStateInvalid);
    CONSTANT(IpDadStateTentative);
    CONSTANT(IpDadStateDuplicate);
    CONSTANT(IpDadStateDeprecated);
    CONSTANT(IpDadStatePreferred);
    CONSTANT(IfOperStatusUp);
    CONSTANT(GENERIC_READ);
    CONSTANT(GENERIC_WRITE);
    CONSTANT(FILE_SHARE_READ);
    CONSTANT(FILE_SHARE_WRITE);
    CONSTANT(OPEN_EXISTING);
    CONSTANT(FSCTL_LOCK_VOLUME);
    CONSTANT(FSCTL_UNLOCK_VOLUME);
    CONSTANT(FSCTL_DISMOUNT_VOLUME);
    CONSTANT(FSCTL_IS_VOLUME_MOUNTED);
    CONSTANT(IOCTL_VOLUME_ONLINE);
    CONSTANT(IOCTL_VOLUME_OFFLINE);
    CONSTANT(IOCTL_VOLUME_IS_OFFLINE);
}

static void constants_of_processes(void) {
    CONSTANT(CREATE_SUSPENDED);
    CONSTANT(CREATE_UNICODE_ENVIRONMENT);
    CONSTANT(EXTENDED_STARTUPINFO_PRESENT);
    CONSTANT(CREATE_NO_WINDOW);
    CONSTANT(STARTF_USESTDHANDLES);
    CONSTANT(PROC_THREAD_ATTRIBUTE_HANDLE_LIST);
    CONSTANT(JobObjectExtendedLimitInformation);
    CONSTANT(JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE);
    CONSTANT(PIPE_ACCESS_INBOUND);
    CONSTANT(FILE_FLAG_FIRST_PIPE_INSTANCE);
    CONSTANT(FILE_FLAG_OVERLAPPED);
    CONSTANT(PIPE_REJECT_REMOTE_CLIENTS);
    CONSTANT(INFINITE);
    CONSTANT(WAIT_OBJECT_0);
    CONSTANT(WAIT_TIMEOUT);
    CONSTANT(WAIT_FAILED);
    CONSTANT(PROCESS_TERMINATE);
    CONSTANT(TOKEN_QUERY);
    CONSTANT(TokenElevation);
    CONSTANT(ComputerNamePhysicalNetBIOS);
    constant("HKEY_LOCAL_MACHINE", (LONG_PTR)HKEY_LOCAL_MACHINE);
    CONSTANT(KEY_QUERY_VALUE);
    CONSTANT(KEY_WOW64_64KEY);
    CONSTANT(REG_DWORD);
}

static void constants_of_errors(void) {
    CONSTANT(ERROR_ACCESS_DENIED);
    CONSTANT(ERROR_INVALID_HANDLE);
    CONSTANT(ERROR_NOT_READY);
    CONSTANT(ERROR_INVALID_PARAMETER);
    CONSTANT(ERROR_BROKEN_PIPE);
    CONSTANT(ERROR_INVALID_NAME);
    CONSTANT(ERROR_BUSY);
    CONSTANT(ERROR_IO_INCOMPLETE);
    CONSTANT(ERROR_IO_PENDING);
    CONSTANT(ERROR_DEPENDENT_SERVICES_RUNNING);
    CONSTANT(ERROR_INVALID_SERVICE_CONTROL);
    CONSTANT(ERROR_SERVICE_REQUEST_TIMEOUT);
    CONSTANT(ERROR_SERVICE_DATABASE_LOCKED);
    CONSTANT(ERROR_SERVICE_ALREADY_RUNNING);
    CONSTANT(ERROR_SERVICE_DISABLED);
    CONSTANT(ERROR_SERVICE_DOES_NOT_EXIST);
    CONSTANT(ERROR_SERVICE_CANNOT_ACCEPT_CTRL);
    CONSTANT(ERROR_SERVICE_NOT_ACTIVE);
    CONSTANT(ERROR_PROCESS_ABORTED);
    CONSTANT(ERROR_SERVICE_DEPENDENCY_FAIL);
    CONSTANT(ERROR_SERVICE_LOGON_FAILED);
    CONSTANT(ERROR_SERVICE_MARKED_FOR_DELETE);
    CONSTANT(ERROR_SERVICE_NEVER_STARTED);
    CONSTANT(ERROR_NOT_FOUND);
    CONSTANT(ERROR_OBJECT_ALREADY_EXISTS);
    CONSTANT(RPC_S_SERVER_UNAVAILABLE);
    CONSTANT(RPC_S_CALL_FAILED);
    CONSTANT(RPC_S_CALL_FAILED_DNE);
}

int wmain(void) {
    printf("{\n  \"_compiler\": \"mingw-w64 %d.%d\",", __MINGW64_VERSION_MAJOR, __MINGW64_VERSION_MINOR);
    services();
    addresses();
    routes_and_neighbours();
    interfaces();
    processes();
    jobs();
    printf("}},\n  \"_constants\": {");
    constants_of_services();
    constants_of_addresses_and_volumes();
    constants_of_processes();
    constants_of_errors();
    printf("\n  }\n}\n");
    return 0;
}
